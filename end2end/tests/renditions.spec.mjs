// One mix, several files: a lossless one gets smaller forms, the listener chooses between them, and the DJ says who may keep them.

import { createHash } from 'node:crypto';
import { audio, expectLoaded, expectSound, playButtonOf, player, secondsIn } from '../fixtures/listening.mjs';
import { LOSSLESS } from '../fixtures/media.mjs';
import { DJ, arriveAs } from '../fixtures/people.mjs';
import { expect, open, test } from '../fixtures/test.mjs';
import { choose, expectReady, fileNamed, mixRow } from '../fixtures/uploading.mjs';
import { say, saying } from '../fixtures/words.mjs';

// A server that makes renditions, as they do but in these tests; the demo's are made before those of what is uploaded.
test.use({ surroundings: { HECTIC_JOBS__RENDERERS: '1' } });
test.setTimeout(300_000);

const button = (scope, id) => scope.getByRole('button', { name: say(id), exact: true });
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const playedForm = (page) => audio(page).evaluate((element) => new URL(element.currentSrc).pathname.split('/')[3] ?? 'file');
const panelOf = (page) => page.getByRole('dialog', { name: say('player-tuning'), exact: true });

async function detailOf(page, slug) {
  const answer = await page.request.get('/api/mix', { params: { slug } });
  return answer.ok() ? answer.json() : undefined;
}

// Uploads a lossless mix, publishes it and waits for its forms; the answer is its place.
async function published(page, testInfo, title, { downloads = false } = {}) {
  const slug = title.toLowerCase().replaceAll(' ', '-');
  const file = await fileNamed(testInfo, `${title.replaceAll(' ', '_')}.flac`, LOSSLESS);
  await arriveAs(page, DJ);
  await open(page, '/studio');
  await choose(page, file);
  await expectReady(page, title);
  await mixRow(page, title).getByRole('link', { name: say('studio-edit'), exact: true }).click();
  if (downloads) await page.getByLabel(saying('studio-downloads')).check();
  await button(page, 'studio-publish').click();
  await expect(button(page, 'common-save')).toBeVisible();
  await expect
    .poll(async () => (await detailOf(page, slug))?.summary.audio.renditions, { timeout: 240_000, intervals: [1_000] })
    .toEqual(['mp3', 'opus']);
  return `/mixes/${slug}`;
}

async function prefer(page, quality) {
  await button(player(page), 'player-tuning').click();
  await panelOf(page).getByLabel(say('player-quality'), { exact: true }).selectOption(quality);
  await panelOf(page).getByRole('button', { name: say('common-close'), exact: true }).click();
}

test('a lossless mix is heard as MP3, small or whole, as the listener likes, and goes on where it is', async ({ page, newVisitor }, testInfo) => {
  const path = await published(page, testInfo, 'form changer');
  const listener = await newVisitor();
  await open(listener, path);
  await playButtonOf(listener, 'form changer').click();
  await expectSound(listener);
  await expectLoaded(listener);
  expect(await playedForm(listener)).toBe('mp3');
  await audio(listener).evaluate((element) => {
    element.currentTime = 30;
  });
  await expect.poll(() => secondsIn(listener)).toBeGreaterThan(30);
  for (const [quality, form] of [['small', 'opus'], ['best', 'file'], ['automatic', 'mp3'], ['small', 'opus']]) {
    const before = await secondsIn(listener);
    await prefer(listener, quality);
    await expect.poll(() => playedForm(listener)).toBe(form);
    await expectLoaded(listener);
    await expectSound(listener);
    const after = await secondsIn(listener);
    expect(after, `the place after ${quality}`).toBeGreaterThanOrEqual(before - 0.5);
    expect(after, `the place after ${quality}`).toBeLessThan(before + 15);
  }
  expect(await audio(listener).evaluate((element) => Math.abs(element.duration - 60) < 0.1)).toBe(true);
  await open(listener, path);
  await playButtonOf(listener, 'form changer').click();
  await expectSound(listener);
  expect(await playedForm(listener), 'the choice is kept').toBe('opus');
});

test('a small network gets the small form without being asked', async ({ page, newVisitor }, testInfo) => {
  const path = await published(page, testInfo, 'thin line');
  const listener = await newVisitor();
  await listener.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { effectiveType: '3g', saveData: false } });
  });
  await open(listener, path);
  await playButtonOf(listener, 'thin line').click();
  await expectSound(listener);
  expect(await playedForm(listener)).toBe('opus');
});

test('the file is there to keep, byte by byte, where the DJ allows it, and has no link where not', async ({ page, newVisitor }, testInfo) => {
  const path = await published(page, testInfo, 'take away', { downloads: true });
  const listener = await newVisitor();
  await open(listener, path);
  const links = listener.getByRole('main').locator('a[download]');
  await expect(links).toHaveCount(2);
  const arriving = listener.waitForEvent('download');
  await links.first().click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe(`${DJ.name} - take away.flac`);
  const stream = await download.createReadStream();
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  expect(sha256(Buffer.concat(pieces))).toBe(sha256(await LOSSLESS.bytes()));
  const address = await links.first().getAttribute('href');
  await page.getByLabel(saying('studio-downloads')).uncheck();
  // By its answer: the words of the publishing before may still be there.
  const saved = page.waitForResponse(/\/api\/save-mix/);
  await button(page, 'common-save').click();
  expect((await saved).ok()).toBe(true);
  // Kept pages are forgotten when the event of it arrives.
  await expect
    .poll(async () => {
      await open(listener, path);
      return links.count();
    })
    .toBe(0);
  expect((await listener.request.get(address)).status()).toBe(404);
});

test('without scripts the browser is given every form, the likeliest first', async ({ page, newVisitor }, testInfo) => {
  const path = await published(page, testInfo, 'plain forms');
  const listener = await newVisitor({ javaScriptEnabled: false });
  await listener.goto(path);
  const types = await listener.locator('audio[controls] source').evaluateAll((sources) => sources.map((source) => source.type));
  expect(types).toEqual(['audio/mpeg', 'audio/flac', 'audio/ogg; codecs=opus']);
});

test('the choice is offered in four languages, and nothing scrolls sideways on a phone', async ({ page, newVisitor }, testInfo) => {
  const path = await published(page, testInfo, 'four tongues', { downloads: true });
  for (const locale of ['en', 'es', 'pt', 'fr']) {
    const listener = await newVisitor({ viewport: { width: 390, height: 844 } });
    await open(listener, `${path}?lang=${locale}`);
    const words = ['FLAC', 'MP3'].map((format) => listener.getByRole('link', { name: new RegExp(`${format}, `) }));
    for (const link of words) await expect(link).toBeVisible();
    const overflow = await listener.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, locale).toBe(0);
    await listener.getByRole('main').getByRole('button', { name: say('mixes-play', { title: 'four tongues' }, locale), exact: true }).first().click();
    await listener.getByRole('region', { name: say('player-region', {}, locale), exact: true }).getByRole('link').first().click();
    await listener.getByRole('dialog').getByRole('button', { name: say('player-tuning', {}, locale), exact: true }).click();
    const choice = listener.getByLabel(say('player-quality', {}, locale), { exact: true });
    await expect(choice.locator('option')).toHaveText(['automatic', 'best', 'small'].map((word) => say(`player-quality-${word}`, {}, locale)));
  }
});
