// A shout-out from a guest's phone to the moderator's, to everybody's page and over the picture of a broadcast.

import { DESKTOP, PHONE, expectAccessible, expectNoSidewaysScroll, photograph, settle } from '../fixtures/looking.mjs';
import { DJ, arriveAs } from '../fixtures/people.mjs';
import { expect, open, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const AT_ONCE = { timeout: 1_000 };

const region = (page, id) => page.getByRole('region', { name: say(id), exact: true });
const one = (page, id, text) => region(page, id).getByRole('listitem').filter({ hasText: text });
const press = (row, id) => row.getByRole('button', { name: say(id), exact: true }).click();

async function send(page, text, name, place) {
  await page.getByLabel(say('shoutouts-text'), { exact: true }).fill(text);
  await page.getByLabel(say('shoutouts-name')).fill(name);
  await page.getByLabel(say('shoutouts-place')).fill(place);
  await page.getByRole('button', { name: say('shoutouts-send'), exact: true }).click();
  await expect(page.getByText(say('shoutouts-sent'), { exact: true })).toBeVisible();
}

test('a guest sends one, a moderator shows it, everybody sees it and the overlay has it', async ({ page: guest, newVisitor }) => {
  const [dj, other, obs] = [await newVisitor(), await newVisitor(), await newVisitor()];
  await arriveAs(dj, DJ);
  await Promise.all([guest, dj, other].map((page) => open(page, '/live/shout-outs')));
  await obs.goto('/overlay/shout-outs?seconds=60');
  await expect(obs.locator('html')).toHaveAttribute('data-state', 'listening');
  await dj.setViewportSize(PHONE);

  await send(guest, 'Big up the <b>night shift</b>', 'Ama', 'Leeds');
  await expect(guest.getByLabel(say('shoutouts-text'), { exact: true })).toHaveValue('');
  await expect(one(dj, 'shoutouts-held', 'night shift')).toContainText('Ama, Leeds', AT_ONCE);
  await expect(other.locator('.shout-out')).toHaveCount(0);

  await press(one(dj, 'shoutouts-held', 'night shift'), 'shoutouts-show');
  for (const page of [guest, other]) await expect(one(page, 'shoutouts-shown', 'Big up the <b>night shift</b>')).toContainText('Ama, Leeds', AT_ONCE);
  await expect(obs.getByRole('listitem')).toHaveText(/Big up the <b>night shift<\/b>Ama · Leeds/, AT_ONCE);
  expect(await obs.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgba(0, 0, 0, 0)');

  await press(one(dj, 'shoutouts-shown', 'night shift'), 'shoutouts-mark-read');
  await expect(one(other, 'shoutouts-shown', 'night shift')).toContainText(say('shoutouts-read'), AT_ONCE);
  await send(guest, 'And the day shift too', '', '');
  await expect(one(dj, 'shoutouts-held', 'day shift')).toBeVisible(AT_ONCE);
  for (const [page, name] of [[guest, 'shout-outs'], [dj, 'shout-outs-moderator']]) {
    for (const [size, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
      await page.setViewportSize(viewport);
      await settle(page);
      await expectNoSidewaysScroll(page);
      await photograph(page, `${name}-${size}`);
    }
    await expectAccessible(page);
  }

  await press(one(dj, 'shoutouts-held', 'day shift'), 'shoutouts-hide');
  await expect(dj.locator('.shout-out').filter({ hasText: 'day shift' })).toHaveCount(0, AT_ONCE);
  await press(one(dj, 'shoutouts-shown', 'night shift'), 'shoutouts-hide');
  for (const page of [guest, other, obs]) await expect(page.getByText('Big up')).toHaveCount(0, AT_ONCE);
});

test('without scripts one is sent, and a bad one keeps its words', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/live/shout-outs');
  await page.getByLabel(say('shoutouts-text'), { exact: true }).fill('x'.repeat(300));
  await page.getByLabel(say('shoutouts-name')).fill('Ama');
  await page.getByRole('button', { name: say('shoutouts-send'), exact: true }).click();
  await expect(page.getByLabel(say('shoutouts-text'), { exact: true })).toHaveValue('x'.repeat(300));
  await expect(page.getByText(say('shoutouts-refused-too-long', { most: '280' })).first()).toBeVisible();
  await page.getByLabel(say('shoutouts-text'), { exact: true }).fill('Short and sweet');
  await page.getByRole('button', { name: say('shoutouts-send'), exact: true }).click();
  await expect(page.getByText(say('shoutouts-sent'), { exact: true })).toBeVisible();
  await context.close();
});
