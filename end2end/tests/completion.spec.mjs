// What the room offers to whoever writes: names, emoji, commands.

import { PHONE, expectAccessible, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, FAN } from '../fixtures/people.mjs';
import { AT_ONCE, enter, field, message, words, write } from '../fixtures/room.mjs';
import { expect, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const offers = (page) => page.getByRole('listbox', { name: say('commands-offered'), exact: true });
const chosen = (page) => offers(page).locator('[aria-selected="true"]');

test('names and emoji are completed from the keyboard and at a touch', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(dj, 'Good evening');
  await expect(message(fan, 'Good evening')).toBeVisible();

  await field(fan).pressSequentially('louder @');
  await expect(offers(fan)).toBeVisible();
  await fan.keyboard.type(DJ.name.slice(0, 2).toLowerCase());
  await expect(chosen(fan)).toHaveText(new RegExp(DJ.name));
  await expect(field(fan)).toHaveAttribute('aria-activedescendant', /.+/);
  await settle(fan);
  await expectAccessible(fan);
  await fan.keyboard.press('Tab');
  await expect(field(fan)).toHaveValue(`louder @${DJ.name} `);
  await expect(field(fan)).toBeFocused();
  await expect(offers(fan)).toHaveCount(0);

  await fan.keyboard.type(':fir');
  await expect(offers(fan).getByRole('option').first()).toContainText('🔥');
  await fan.keyboard.press('ArrowUp');
  await fan.keyboard.press('ArrowDown');
  await fan.keyboard.press('Enter');
  await expect(field(fan)).toHaveValue(`louder @${DJ.name} 🔥 `);
  await fan.keyboard.type(':tada:');
  await expect(field(fan)).toHaveValue(`louder @${DJ.name} 🔥 🎉`);
  await fan.keyboard.press('Enter');
  await expect(words(dj).filter({ hasText: '🔥 🎉' })).toBeVisible(AT_ONCE);
  await expect(message(dj, '🔥 🎉').locator('.chat-message__mention--me')).toHaveText(`@${DJ.name}`);

  // At a touch, on a phone; and what is not wanted goes away and stays away.
  await field(dj).pressSequentially('@');
  await offers(dj).getByRole('option', { name: FAN.name }).tap();
  await expect(field(dj)).toHaveValue(`@${FAN.name} `);
  await field(dj).fill('');
  await field(dj).pressSequentially('at 10:30 or :hea');
  await expect(offers(dj)).toBeVisible();
  await settle(dj);
  await expectNoSidewaysScroll(dj);
  await expectAccessible(dj);
  await dj.keyboard.press('Escape');
  await expect(offers(dj)).toHaveCount(0);
  await dj.keyboard.type('rt');
  await expect(offers(dj)).toHaveCount(0);
  await dj.keyboard.press('Enter');
  await expect(message(fan, 'at 10:30 or :heart')).toBeVisible(AT_ONCE);
});

test('commands do what they say, for those who may', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor();
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(fan, 'Hello');
  await expect(message(dj, 'Hello')).toBeVisible();

  await field(fan).pressSequentially('/');
  await expect(offers(fan).getByRole('option', { name: '/mute' })).toBeVisible();
  await expect(offers(fan).getByRole('option', { name: '/ban' })).toHaveCount(0);
  await field(fan).fill('/dance');
  await field(fan).press('Enter');
  await expect(fan.getByText(say('commands-refused-unknown', { command: 'dance' }))).toBeVisible();
  await expect(field(fan)).toHaveValue('/dance');
  await field(fan).fill(`/ban @${DJ.name}`);
  await field(fan).press('Enter');
  await expect(fan.getByText(say('commands-refused-moderators', { command: 'ban' }))).toBeVisible();
  await write(fan, '//dance');
  await expect(words(dj).filter({ hasText: /^\/dance$/ })).toBeVisible(AT_ONCE);
  await write(fan, '/shrug who knows');
  await expect(words(dj).filter({ hasText: 'who knows ¯\\_(ツ)_/¯' })).toBeVisible(AT_ONCE);

  await write(dj, '/slow 30');
  await expect(dj.locator('.room__note')).toHaveCount(1);
  await write(dj, '/slow off');
  await expect(dj.locator('.room__note')).toHaveCount(2);
  await field(dj).fill('/timeout @Nobody 5');
  await field(dj).press('Enter');
  await expect(dj.getByText(say('commands-refused-nobody-called', { name: 'Nobody' }))).toBeVisible();
  await write(dj, `/timeout @${FAN.name} 5`);
  await expect(field(fan)).toHaveCount(0);
  await write(dj, `/lift @${FAN.name}`);
  await expect(field(fan)).toBeVisible();

  await field(fan).fill('/request deep');
  await field(fan).press('Enter');
  await expect(fan).toHaveURL(/\/live\/requests\?q=deep$/);
});

test('without scripts a command is not said to everybody', async ({ newVisitor }) => {
  const page = await newVisitor({ javaScriptEnabled: false });
  await page.goto('/sign-in');
  await page.getByLabel(say('accounts-email'), { exact: true }).fill(FAN.email);
  await page.getByLabel(say('accounts-password'), { exact: true }).fill(FAN.password);
  await page.getByRole('main').getByRole('button', { name: say('accounts-sign-in'), exact: true }).click();
  await page.goto('/live');
  await field(page).fill(`/ban @${DJ.name}`);
  await page.getByRole('button', { name: say('chat-send'), exact: true }).click();
  await expect(page.getByText(say('commands-refused-scripts'))).toBeVisible();
  await expect(words(page)).toHaveCount(0);
});
