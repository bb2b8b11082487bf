// The product's main job, once, from an empty hand to music that survives a reload.

import { LONG_MIX, nameOf } from '../fixtures/media.mjs';
import { expectLoaded, expectSilence, expectSound, isMarked, mark, playButtonOf, player, secondsIn, seekTo, shownSeconds } from '../fixtures/listening.mjs';
import { DJ, arriveAs, followMail, mainLink, signIn, signOut, signUp } from '../fixtures/people.mjs';
import { expect, hydrated, open, test } from '../fixtures/test.mjs';
import { choose, expectReady, holdAfter, mixRow, progressOf, uploadRow } from '../fixtures/uploading.mjs';
import { say, saying } from '../fixtures/words.mjs';

const NINA = { name: 'Nina Newcomer', email: 'nina@listeners.example', password: 'quiet hours at the depot' };

test('a mix travels from a DJ’s file to a new listener’s ears', async ({ page, newVisitor }) => {
  test.setTimeout(300_000);

  await test.step('sign up, confirm by mail, sign in', async () => {
    await open(page, '/sign-up');
    await signUp(page, NINA);
    await expect(page.getByText(say('accounts-check-mail'))).toBeVisible();
    await followMail(page, NINA.email);
    await hydrated(page);
    await page.getByRole('button', { name: say('accounts-confirm'), exact: true }).click();
    await expect(mainLink(page, 'nav-me')).toBeVisible();
    await signOut(page);
    await mainLink(page, 'accounts-sign-in').click();
    await signIn(page, NINA);
    await expect(mainLink(page, 'nav-me')).toBeVisible();
    await expect(page).toHaveURL('/');
  });

  await test.step('upload, analysis, publication', async () => {
    const dj = await newVisitor();
    await arriveAs(dj, DJ);
    await open(dj, '/studio');
    const name = nameOf(LONG_MIX);
    const { held, release } = await holdAfter(dj, 2);
    await choose(dj, LONG_MIX.path);
    await held;
    await expect(uploadRow(dj, name)).toContainText(saying('studio-upload-going'));
    const percent = Number(await progressOf(dj, name).getAttribute('aria-valuenow'));
    expect(percent).toBeGreaterThan(20);
    expect(percent).toBeLessThan(60);
    release();
    await expectReady(dj, LONG_MIX.title, 120_000);
    await expect(mixRow(dj, LONG_MIX.title)).toContainText(LONG_MIX.duration);
    await expect(mixRow(dj, LONG_MIX.title)).toContainText('MP3');

    await mixRow(dj, LONG_MIX.title).getByRole('link', { name: say('studio-edit'), exact: true }).click();
    await expect(dj.getByRole('heading', { level: 1, name: LONG_MIX.title, exact: true })).toBeVisible();
    await expect(dj.getByLabel(say('mixes-genres'), { exact: true })).toHaveValue(LONG_MIX.genre);
    await dj.getByLabel(say('studio-description'), { exact: true }).fill('Ten minutes of *pressure*.');
    await dj.getByRole('button', { name: say('studio-publish'), exact: true }).click();
    await expect(dj.getByText(say('studio-saved'), { exact: true })).toBeVisible();
  });

  await test.step('found on Home, plays', async () => {
    await open(page, '/');
    await expect(page.getByRole('heading', { level: 1, name: LONG_MIX.title, exact: true })).toBeVisible();
    await mark(page);
    await playButtonOf(page, LONG_MIX.title).click();
    await expectSound(page);
    await expect(player(page)).toContainText(LONG_MIX.title);
  });

  await test.step('seeks by Range', async () => {
    await expectLoaded(page);
    const ranged = page.waitForResponse((response) => /^bytes=[1-9]/.test(response.request().headers().range ?? ''));
    await seekTo(page, 0.6);
    expect((await ranged).status()).toBe(206);
    await expect.poll(() => secondsIn(page)).toBeGreaterThan(LONG_MIX.seconds * 0.55);
    await expectSound(page);
  });

  await test.step('keeps playing across three navigations', async () => {
    const before = await secondsIn(page);
    await mainLink(page, 'nav-mixes').click();
    await expect(page).toHaveURL('/mixes');
    await expectSound(page);
    await page.getByRole('main').getByRole('link', { name: LONG_MIX.title, exact: true }).click();
    await expect(page).toHaveURL(/\/mixes\/[a-z0-9-]+$/);
    await expect(page.getByRole('main')).toContainText('Ten minutes of pressure.');
    await expectSound(page);
    await page.getByRole('main').getByRole('link', { name: DJ.name, exact: true }).click();
    await expect(page).toHaveURL(/\/djs\//);
    await expectSound(page);
    expect(await isMarked(page), 'the same element in the same window').toBe(true);
    expect(await secondsIn(page)).toBeGreaterThan(before);
  });

  await test.step('resumes after a reload', async () => {
    const stoppedAt = await secondsIn(page);
    await page.reload();
    await hydrated(page);
    await expect(player(page)).toContainText(LONG_MIX.title);
    await expectSilence(page);
    expect(Math.abs((await shownSeconds(page)) - stoppedAt)).toBeLessThan(5);
    await player(page).getByRole('button', { name: say('player-play'), exact: true }).click();
    await expect.poll(() => secondsIn(page)).toBeGreaterThan(stoppedAt - 5);
    await expectSound(page);
    expect(await secondsIn(page)).toBeLessThan(stoppedAt + 60);
  });
});
