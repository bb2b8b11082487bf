// The shout-outs over a picture: each that is shown from now on, for as long as `?seconds=` says.
const seconds = Math.min(Math.max(Number(new URLSearchParams(location.search).get('seconds')) || 20, 3), 600);
const MOST = 3;
const list = document.getElementById('shout-outs');
const versions = new Map();

function element(name, text, kind) {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function take(id) {
  const old = document.getElementById(id);
  if (!old) return;
  old.classList.remove('there');
  setTimeout(() => old.remove(), 300);
}

function show(one) {
  if ((versions.get(one.id) ?? 0) >= one.version) return;
  const isNew = !versions.has(one.id);
  versions.set(one.id, one.version);
  if (one.state === 'hidden') return take(one.id);
  if (!isNew || one.state !== 'shown') return;
  const item = element('li', '');
  item.id = one.id;
  item.append(element('p', one.text), element('p', [one.name, one.place].filter(Boolean).join(' · '), 'from'));
  list.append(item);
  while (list.children.length > MOST) list.firstElementChild.remove();
  requestAnimationFrame(() => requestAnimationFrame(() => item.classList.add('there')));
  setTimeout(() => take(one.id), seconds * 1000);
}

let wait = 500;
function connect() {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/socket`);
  socket.onopen = () => {
    wait = 500;
    socket.send(JSON.stringify({ watch: 'station' }));
  };
  socket.onmessage = ({ data }) => {
    const said = JSON.parse(data);
    if (said['shout-outs']) said['shout-outs'].forEach(show);
    if (said.watching) document.documentElement.dataset.state = 'listening';
  };
  // With jitter, so that not everybody is back at the same moment after a restart.
  socket.onclose = () => {
    delete document.documentElement.dataset.state;
    setTimeout(connect, wait * (1 + Math.random()));
    wait = Math.min(wait * 2, 30_000);
  };
}
connect();
