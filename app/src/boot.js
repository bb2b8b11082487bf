(script, wasm) => {
  const start = JSON.parse(document.getElementById("frame").textContent);
  const catalogue = fetch(start.catalogue_url).then((answer) => answer.text());
  let early;
  const keep = (press) => {
    const slot = press.target.closest("[data-early]");
    if (slot) early = slot.matches("button") ? slot : slot.querySelector("button");
  };
  addEventListener("click", keep, true);
  import(script).then(async (app) => {
    await app.default({ module_or_path: wasm });
    await app.hydrate(JSON.stringify(start), await catalogue);
    removeEventListener("click", keep, true);
    document.documentElement.dataset.ready = "true";
    early?.click();
  });
}
