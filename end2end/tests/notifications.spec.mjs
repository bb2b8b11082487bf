// What concerns one person: a bell that counts while they look elsewhere, a list, and how they want to hear of it.

import { PHONE, expectAccessible, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, FAN, arriveAs } from '../fixtures/people.mjs';
import { expect, open, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const AT_ONCE = { timeout: 2_000 };

const field = (page) => page.getByLabel(say('chat-say'), { exact: true });
const bell = (page) => page.locator('.bell:visible');

async function write(page, text) {
  await field(page).fill(text);
  await field(page).press('Enter');
  await expect(page.locator('.chat-message__text', { hasText: text })).toBeVisible();
}

test('who is called hears the bell on another page, reads on, and is led to the message', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor();
  await arriveAs(fan, FAN);
  await arriveAs(dj, DJ);
  await open(fan, '/live');
  await write(fan, 'Which one was the opener?');
  await fan.getByRole('link', { name: say('nav-mixes'), exact: true }).first().click();
  await expect(fan).toHaveURL(/\/mixes/);
  await expect(bell(fan).locator('.bell__count')).toHaveCount(0);
  await open(dj, '/live');
  await write(dj, `@${FAN.name} The Bells, at the very start`);
  await expect(bell(fan).locator('.bell__count')).toHaveText('1', AT_ONCE);
  await bell(fan).click();
  const one = fan.locator('.notification');
  await expect(one).toHaveCount(1);
  await expect(one).toContainText('The Bells, at the very start');
  await expect(one).toHaveClass(/notification--new/);
  // Seen is read.
  await expect(bell(fan).locator('.bell__count')).toHaveCount(0);
  await settle(fan);
  await expectAccessible(fan);
  await one.getByRole('link').click();
  await expect(fan.locator('.chat-message:focus')).toContainText('The Bells, at the very start');
});

test('on a phone, in the list and in the settings', async ({ newVisitor }) => {
  const fan = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  const dj = await newVisitor();
  await arriveAs(fan, FAN);
  await arriveAs(dj, DJ);
  await open(fan, '/notifications');
  await expect(fan.getByText(say('notifications-empty'), { exact: true })).toBeVisible();
  await open(dj, '/live');
  await open(fan, '/live');
  await write(fan, 'hello there');
  await open(fan, '/notifications');
  await write(dj, `hi @${FAN.name}`);
  await expect(fan.locator('.notification')).toContainText(`hi @${FAN.name}`, AT_ONCE);
  await settle(fan);
  await expectNoSidewaysScroll(fan);
  await expectAccessible(fan);
  await fan.getByRole('link', { name: say('notifications-settings'), exact: true }).click();
  const mentions = fan.getByRole('group', { name: say('notifications-kind-mention'), exact: true });
  await mentions.getByLabel(say('notifications-here'), { exact: true }).uncheck();
  await mentions.getByLabel(say('notifications-by-mail'), { exact: true }).check();
  const settings = fan.locator('#notifications');
  await settings.getByRole('button', { name: say('common-save'), exact: true }).click();
  await expect(settings.getByText(say('me-saved'), { exact: true })).toBeVisible();
  await settle(fan);
  await expectNoSidewaysScroll(fan);
  await expectAccessible(fan);
  await fan.reload();
  await expect(mentions.getByLabel(say('notifications-here'), { exact: true })).not.toBeChecked();
  await expect(mentions.getByLabel(say('notifications-by-mail'), { exact: true })).toBeChecked();
});

test('without scripts they are read and marked as read', async ({ page: dj, newVisitor }) => {
  const fan = await newVisitor({ javaScriptEnabled: false });
  await arriveAs(fan, FAN);
  await arriveAs(dj, DJ);
  await fan.goto('/live');
  await field(fan).fill('plain and simple');
  await fan.getByRole('button', { name: say('chat-send'), exact: true }).click();
  await open(dj, '/live');
  await write(dj, `@${FAN.name} indeed`);
  await expect(async () => {
    await fan.goto('/notifications');
    await expect(fan.locator('.notification--new')).toHaveCount(1, { timeout: 100 });
  }).toPass();
  await fan.getByRole('button', { name: say('notifications-read-all'), exact: true }).click();
  await expect(fan).toHaveURL(/\/notifications/);
  await expect(fan.locator('.notification')).toHaveCount(1);
  await expect(fan.locator('.notification--new')).toHaveCount(0);
});
