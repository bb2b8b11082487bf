// Covers that are cropped by hand, and cards of moments that people share.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expectLoaded, expectSound, letGo, playButtonOf, player } from '../fixtures/listening.mjs';
import { DESKTOP, PHONE, expectAccessible, expectNoIds, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, arriveAs } from '../fixtures/people.mjs';
import { expect, hydrated, open, testAlone as test } from '../fixtures/test.mjs';
import { mixRow } from '../fixtures/uploading.mjs';
import { say } from '../fixtures/words.mjs';

const run = promisify(execFile);

const RED = [220, 20, 20];
const BLUE = [20, 20, 220];

// A picture of 900×300: red, green and blue beside each other.
async function flag() {
  const path = join(process.env.END2END_FOLDER, `flag-${process.pid}.png`);
  const part = (colour) => ['-f', 'lavfi', '-i', `color=c=${colour}:size=300x300:rate=1:duration=1`];
  const colours = ['0xDC1414', '0x14C814', '0x1414DC'].flatMap(part);
  await run('ffmpeg', ['-loglevel', 'error', '-y', ...colours, '-filter_complex', 'hstack=inputs=3', '-frames:v', '1', path]);
  return path;
}

const button = (scope, id, values) => scope.getByRole('button', { name: say(id, values), exact: true });
const coverPanel = (page) => page.getByRole('region', { name: say('studio-cover'), exact: true });
const shown = (page) => coverPanel(page).getByRole('img', { name: say('studio-cover'), exact: true });
const frame = (page) => coverPanel(page).getByRole('application', { name: say('studio-crop-frame'), exact: true });

async function edit(page, title) {
  await arriveAs(page, DJ);
  await open(page, '/studio');
  await mixRow(page, title).getByRole('link', { name: say('studio-edit'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

async function choose(page, file) {
  await coverPanel(page).getByLabel(say('studio-cover-choose'), { exact: true }).setInputFiles(file);
}

// The colour in the middle of the cover that is shown; none while another one takes its place.
async function colour(page) {
  return shown(page).evaluate(async (image) => {
    const there = await image.decode().then(() => true, () => false);
    if (!there) return null;
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    return [...pen.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data].slice(0, 3);
  });
}

const near = (wanted) => ({ message: `the cover is about ${wanted}` });
async function expectColour(page, wanted) {
  const distance = async () => Math.max(...((await colour(page)) ?? [999]).map((part, index) => Math.abs(part - wanted[index])));
  await expect.poll(distance, near(wanted)).toBeLessThan(40);
}

async function drag(page, share) {
  const handle = frame(page);
  await handle.scrollIntoViewIfNeeded();
  const stage = await coverPanel(page).locator('.crop__stage', { has: page.getByRole('application') }).filter({ visible: true }).first().boundingBox();
  const from = await handle.boundingBox();
  const y = from.y + from.height / 2;
  await page.mouse.move(from.x + from.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + stage.width * share, y, { steps: 6 });
  await page.mouse.up();
}

test('a square is chosen by dragging and by keys, and again after a reload', async ({ page }) => {
  await edit(page, 'Amber Signal');
  await choose(page, await flag());
  await expect(frame(page)).toBeVisible();
  await drag(page, -0.5);
  await button(coverPanel(page), 'studio-cover-send').click();
  await expectColour(page, RED);

  await page.reload();
  await hydrated(page);
  await coverPanel(page).getByText(say('studio-crop-again'), { exact: true }).click();
  await expect(frame(page)).toBeVisible();
  await frame(page).focus();
  for (let press = 0; press < 70; press += 1) await page.keyboard.press('ArrowRight');
  await button(coverPanel(page), 'studio-crop-send').click();
  await expectColour(page, BLUE);
});

test('a square is made smaller and moved by sliders alone', async ({ page }) => {
  await edit(page, 'Sunday Steppers');
  await choose(page, await flag());
  await expect(frame(page)).toBeVisible();
  const wide = await frame(page).boundingBox();
  const slider = (id) => coverPanel(page).getByRole('slider', { name: say(id), exact: true });
  await slider('studio-crop-zoom').fill('5000');
  await expect.poll(async () => (await frame(page).boundingBox()).width / wide.width).toBeCloseTo(0.5, 1);
  await slider('studio-crop-x').fill('9500');
  await button(coverPanel(page), 'studio-cover-send').click();
  await expectColour(page, BLUE);
});

test('a picture that is none says so and the cover stays', async ({ page, complaints }) => {
  complaints.expect(/status of 422 /);
  await edit(page, 'Concrete Orchard');
  const before = await shown(page).getAttribute('src');
  await choose(page, { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from('MZ not a picture') });
  await button(coverPanel(page), 'studio-cover-send').click();
  await expect(coverPanel(page).getByRole('alert').filter({ hasText: say('mixes-refused-cover-not-image') })).toBeVisible();
  await expect(shown(page)).toHaveAttribute('src', before);
});

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`cropping is accessible on a ${size} in both themes and four languages`, async ({ page, baseURL }) => {
    await page.setViewportSize(viewport);
    await edit(page, 'Amber Signal');
    const picture = await flag();
    for (const [theme, language] of [['dark', 'en'], ['light', 'es'], ['dark', 'pt'], ['light', 'fr']]) {
      await page.context().addCookies(Object.entries({ theme, lang: language }).map(([name, value]) => ({ name, value, url: baseURL })));
      await page.reload();
      await hydrated(page);
      await page.locator('#cover').setInputFiles(picture);
      await expect(page.locator('.crop__frame').filter({ visible: true })).toBeVisible();
      await settle(page);
      await expectNoIds(page);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });
}

const card = (page) => page.getByRole('dialog', { name: say('mixes-moment-share'), exact: true });
const picture = (page) => card(page).locator('.moment__picture');

// Size and number of colours of the picture in the dialog.
const look = (page) =>
  picture(page).evaluate(async (image) => {
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let at = 0; at < data.length; at += 404) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
    return { width: canvas.width, height: canvas.height, colours: seen.size };
  });

test('a moment of a mix becomes a card in two shapes, with a link that leads there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/mixes/amber-signal?t=12');
  await button(page.getByRole('main'), 'mixes-moment-share').click();
  await expect(picture(page)).toBeVisible({ timeout: 30_000 });
  const wide = await look(page);
  expect([wide.width, wide.height]).toEqual([1200, 630]);
  expect(wide.colours).toBeGreaterThan(10);
  await expect(picture(page)).toHaveAttribute('alt', /Amber Signal.*0:12/);

  const download = page.waitForEvent('download');
  await card(page).getByRole('link', { name: say('mixes-moment-download'), exact: true }).click();
  expect((await download).suggestedFilename()).toBe('amber-signal-12.png');

  await button(card(page), 'mixes-moment-copy').click();
  await expect(card(page).getByText(say('mixes-copied'), { exact: true })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname + new URL(link).search).toBe('/mixes/amber-signal?t=12');

  await card(page).getByRole('radio', { name: say('mixes-moment-tall'), exact: true }).check();
  await expect.poll(async () => (await picture(page).count()) && (await picture(page).getAttribute('height'))).toBe('1920');
  const tall = await look(page);
  expect([tall.width, tall.height]).toEqual([1080, 1920]);
  expect(tall.colours).toBeGreaterThan(10);

  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await button(page.getByRole('main'), 'mixes-moment-share').click();
  await expect(picture(page)).toBeVisible();
});

test('the player shares what sounds now', async ({ page }) => {
  await open(page, '/mixes/sunday-steppers');
  await playButtonOf(page, 'Sunday Steppers').click();
  await expectSound(page);
  await expectLoaded(page);
  await letGo(page);
  await page.keyboard.press('l');
  await page.keyboard.press('Space');
  await button(player(page), 'mixes-moment-share').click();
  await expect(picture(page)).toBeVisible({ timeout: 30_000 });
  await expect(picture(page)).toHaveAttribute('alt', /0:3\d/);
});

test('a picture goes to the system’s sheet where that takes pictures', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.canShare = (what) => what.files?.[0]?.type === 'image/png';
    navigator.share = async (what) => {
      window.shared = { name: what.files[0].name, type: what.files[0].type, bytes: what.files[0].size, text: what.text };
    };
  });
  await open(page, '/mixes/amber-signal?t=12');
  await button(page.getByRole('main'), 'mixes-moment-share').click();
  await button(card(page), 'mixes-share').click();
  await expect.poll(() => page.evaluate(() => window.shared?.name)).toBe('amber-signal-12.png');
  const shared = await page.evaluate(() => window.shared);
  expect(shared.type).toBe('image/png');
  expect(shared.bytes).toBeGreaterThan(5_000);
  expect(shared.text).toContain('/mixes/amber-signal?t=12');
});

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`the card is accessible on a ${size} in both themes and four languages`, async ({ page, baseURL }) => {
    await page.setViewportSize(viewport);
    for (const [theme, language] of [['dark', 'en'], ['light', 'es'], ['dark', 'pt'], ['light', 'fr']]) {
      await page.context().addCookies(Object.entries({ theme, lang: language }).map(([name, value]) => ({ name, value, url: baseURL })));
      await open(page, '/mixes/amber-signal?t=12');
      await page.getByRole('main').getByRole('button', { name: say('mixes-moment-share', {}, language), exact: true }).click();
      await expect(page.locator('.moment__picture')).toBeVisible({ timeout: 30_000 });
      await settle(page);
      await expectNoIds(page);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.screenshot({ path: `screenshots/moment-${size}-${theme}-${language}.png` });
    }
  });
}

test('the page and the player’s sheet take the hue of the cover', async ({ page }) => {
  await edit(page, 'Amber Signal');
  await choose(page, await flag());
  await expect(frame(page)).toBeVisible();
  await drag(page, 0.5);
  await button(coverPanel(page), 'studio-cover-send').click();
  await expectColour(page, BLUE);
  await page.setViewportSize(PHONE);
  await open(page, '/mixes/amber-signal');
  const hue = (selector) => page.locator(selector).evaluate((element) => Number(getComputedStyle(element).getPropertyValue('--hue')));
  expect(Math.abs((await hue('.mix')) - 264)).toBeLessThan(15);
  await playButtonOf(page, 'Amber Signal').click();
  await expectSound(page);
  expect(Math.abs((await hue('.sheet')) - 264)).toBeLessThan(15);
});
