// Loads a page at 390 px with an empty cache and prints, as JSON, every file with the bytes that came over the wire, headers included.

import { chromium } from 'playwright-core';

const [url] = process.argv.slice(2);
// Nothing more may come for this long.
const QUIET_MS = 1500;

const KINDS = [
  ['cover', /\/covers?\//],
  ['wasm', /\.wasm(\?|$)/],
  ['script', /\.js(\?|$)/],
  ['style', /\.css(\?|$)/],
  ['font', /\/fonts\//],
  ['language', /\/i18n\//],
];

function kindOf(address) {
  if (address === url) return 'page';
  return KINDS.find(([, pattern]) => pattern.test(new URL(address).pathname))?.[0] ?? 'other';
}

const browser = await chromium.launch({
  executablePath: process.env.HECTIC_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'],
});
try {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true, locale: 'en-GB' });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.setCacheDisabled', { cacheDisabled: false });
  const files = new Map();
  let last = Date.now();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    last = Date.now();
    if (!request.url.startsWith('data:')) files.set(requestId, { url: request.url });
  });
  network.on('Network.responseReceived', ({ requestId, response }) => {
    const file = files.get(requestId);
    if (file) Object.assign(file, { status: response.status, encoding: response.headers['content-encoding'] ?? 'none', type: response.mimeType });
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    last = Date.now();
    const file = files.get(requestId);
    if (file) file.bytes = encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 30_000 });
  while (Date.now() - last < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 100));
  const found = [...files.values()].map((file) => ({ ...file, kind: kindOf(file.url), url: new URL(file.url).pathname + new URL(file.url).search }));
  // What the cache answered a second time cost nothing.
  const loaded = found.filter((file) => file.bytes > 0).sort((a, b) => b.bytes - a.bytes);
  console.log(JSON.stringify({ browser: browser.version(), files: loaded, unfinished: found.filter((file) => file.bytes === undefined) }, null, 2));
} finally {
  await browser.close();
}
