// The player by hand, by keyboard and by the system's media keys, and the first press that comes before hydration.

import {
  audio,
  delayHydration,
  expectLoaded,
  expectSilence,
  expectSound,
  isPaused,
  letGo,
  playButtonOf,
  player,
  secondsIn,
} from '../fixtures/listening.mjs';
import { PHONE } from '../fixtures/looking.mjs';
import { expect, hydrated, open, test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const FIRST = { title: 'Concrete Orchard', path: '/mixes/concrete-orchard' };
const SECOND = { title: 'Sunday Steppers', path: '/mixes/sunday-steppers' };

async function playing(page, mix) {
  await open(page, mix.path);
  await playButtonOf(page, mix.title).click();
  await expectSound(page);
  await expectLoaded(page);
}

test('space and K start and stop', async ({ page }) => {
  await playing(page, FIRST);
  await letGo(page);
  await page.keyboard.press('Space');
  await expectSilence(page);
  await page.keyboard.press('k');
  await expectSound(page);
});

test('L goes on 30 seconds, J back 15, arrows 5', async ({ page }) => {
  await playing(page, FIRST);
  await letGo(page);
  await page.keyboard.press('Space');
  await expectSilence(page);
  const start = await secondsIn(page);
  const expectAt = (seconds) => expect.poll(async () => Math.abs((await secondsIn(page)) - start - seconds)).toBeLessThan(1.5);
  await page.keyboard.press('l');
  await expectAt(30);
  await page.keyboard.press('j');
  await expectAt(15);
  await page.keyboard.press('ArrowRight');
  await expectAt(20);
  await page.keyboard.press('ArrowLeft');
  await expectAt(15);
});

test('M mutes and unmutes', async ({ page }) => {
  await playing(page, FIRST);
  await letGo(page);
  const muted = () => audio(page).evaluate((element) => element.muted);
  await page.keyboard.press('m');
  await expect.poll(muted).toBe(true);
  await page.keyboard.press('m');
  await expect.poll(muted).toBe(false);
});

test('? shows the keys, and Escape takes them away', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: say('player-keys'), exact: true });
  await expect(keys).toBeVisible();
  await expect(keys).toContainText(say('player-keys-toggle'));
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

test('keys typed into a field stay letters', async ({ page }) => {
  await playing(page, FIRST);
  await open(page, '/mixes');
  const field = page.getByRole('searchbox', { name: say('mixes-search'), exact: true });
  await field.pressSequentially('jl mk?');
  await expect(field).toHaveValue('jl mk?');
  await expect(page.getByRole('dialog', { name: say('player-keys'), exact: true })).toBeHidden();
});

test('/ leads to the search', async ({ page }) => {
  await open(page, '/mixes');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: say('mixes-search'), exact: true })).toBeFocused();
});

test('/ leads to the search from a page without one', async ({ page }) => {
  await open(page, '/sign-in');
  await page.keyboard.press('/');
  await expect(page).toHaveURL('/mixes');
});

test('a mix joins the queue, plays next and is taken out', async ({ page }) => {
  await playing(page, FIRST);
  await page.getByRole('navigation', { name: say('nav-main'), exact: true }).getByRole('link', { name: say('nav-mixes'), exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: SECOND.title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: SECOND.title, exact: true })).toBeVisible();
  await page.getByRole('button', { name: say('player-enqueue'), exact: true }).click();
  await expect(page.getByText(say('player-queued'), { exact: true })).toBeVisible();
  await player(page).getByRole('button', { name: say('player-queue'), exact: true }).click();
  const queue = page.getByRole('dialog', { name: say('player-queue'), exact: true });
  await expect(queue.getByRole('listitem')).toHaveCount(2);
  await expect(queue.getByRole('listitem').first()).toHaveAttribute('aria-current', 'true');
  await queue.getByRole('button', { name: SECOND.title, exact: true }).click();
  await expect(queue.getByRole('listitem').nth(1)).toHaveAttribute('aria-current', 'true');
  await queue.getByRole('button', { name: say('player-queue-remove', { title: FIRST.title }), exact: true }).click();
  await expect(queue.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(player(page)).toContainText(SECOND.title);
  await expectSound(page);
});

test('the volume is remembered', async ({ page }) => {
  await playing(page, FIRST);
  await player(page).getByRole('slider', { name: say('player-volume'), exact: true }).fill('30');
  const volume = () => audio(page).evaluate((element) => element.volume);
  await expect.poll(volume).toBeCloseTo(0.3);
  await page.reload();
  await hydrated(page);
  await expect.poll(volume).toBeCloseTo(0.3);
  await expect(player(page).getByRole('slider', { name: say('player-volume'), exact: true })).toHaveValue('30');
});

test('the system shows what plays', async ({ page }) => {
  await playing(page, FIRST);
  const shown = await page.evaluate(() => {
    const { metadata, playbackState } = navigator.mediaSession;
    return { title: metadata.title, artist: metadata.artist, pictures: metadata.artwork.length, playbackState };
  });
  expect(shown).toEqual({ title: FIRST.title, artist: 'Danny Hectic B', pictures: 4, playbackState: 'playing' });
});

test('a press before hydration plays after it', async ({ page }) => {
  const hydrate = await delayHydration(page);
  await page.goto(FIRST.path, { waitUntil: 'domcontentloaded' });
  await playButtonOf(page, FIRST.title).click();
  hydrate();
  await hydrated(page);
  await expectSound(page);
});

test('the wave under the pointer tells the time, and a press there goes there', async ({ page }) => {
  await playing(page, FIRST);
  const wave = page.getByRole('main').getByRole('slider', { name: say('player-seek'), exact: true });
  const { width, height } = await wave.boundingBox();
  await wave.hover({ position: { x: width / 2, y: height / 2 } });
  // Hidden from assistive technology, which reads the slider's own text, so it has no role to be found by.
  await expect(page.locator('main .wave__time')).toHaveText(/^\d+:\d\d$/);
  await wave.click({ position: { x: width / 2, y: height / 2 } });
  const length = await audio(page).evaluate((element) => element.duration);
  await expect.poll(async () => Math.abs((await secondsIn(page)) - length / 2)).toBeLessThan(length / 10);
});

test('the next mix of the queue follows when one ends', async ({ page }) => {
  await playing(page, FIRST);
  await page.getByRole('navigation', { name: say('nav-main'), exact: true }).getByRole('link', { name: say('nav-mixes'), exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: SECOND.title, exact: true }).click();
  await page.getByRole('button', { name: say('player-enqueue'), exact: true }).click();
  await expect(page.getByText(say('player-queued'), { exact: true })).toBeVisible();
  await audio(page).evaluate((element) => {
    element.currentTime = element.duration - 1;
  });
  await expect(player(page)).toContainText(SECOND.title);
  await expectSound(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true });

  test('the strip opens the whole player and closes it again', async ({ page }) => {
    await playing(page, FIRST);
    await player(page).getByRole('link', { name: FIRST.title, exact: true }).click();
    const sheet = page.getByRole('dialog', { name: say('player-region'), exact: true });
    await expect(sheet).toBeVisible();
    await sheet.getByRole('button', { name: say('player-pause'), exact: true }).click();
    await expectSilence(page);
    await sheet.getByRole('button', { name: say('common-close'), exact: true }).click();
    await expect(sheet).toBeHidden();
    expect(await isPaused(page)).toBe(true);
  });
});
