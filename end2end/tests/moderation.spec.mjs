// Moderation by hand: what a fan reports, a DJ decides with a phone; what a room asks of people is told them at once.

import { PHONE, expectAccessible, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, FAN, arriveAs } from '../fixtures/people.mjs';
import { expect, open, testAlone as test } from '../fixtures/test.mjs';
import { say, saying } from '../fixtures/words.mjs';

const AT_ONCE = { timeout: 1_000 };

const message = (page, text) => page.locator('.chat-message').filter({ has: page.locator('.chat-message__text', { hasText: text }) });
const field = (page) => page.getByLabel(say('chat-say'), { exact: true });
const button = (page, id) => page.getByRole('button', { name: say(id), exact: true });

async function enter(page, person) {
  await arriveAs(page, person);
  await open(page, '/live');
  await expect(page.locator('.room__present')).toHaveText(/\S/);
}

async function write(page, text) {
  await field(page).fill(text);
  await field(page).press('Enter');
  await expect(message(page, text)).toBeVisible();
}

async function openSheet(page, text) {
  await message(page, text).getByRole('button', { name: saying('chat-more') }).click();
  return page.getByRole('dialog');
}

test('what is reported is decided with a phone, and taken back', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(fan, 'You are all deaf');

  await test.step('a report', async () => {
    const sheet = await openSheet(dj, 'You are all deaf');
    await button(sheet, 'moderation-report').click();
    await sheet.getByLabel(say('moderation-reason'), { exact: true }).selectOption('insult');
    await sheet.getByLabel(say('moderation-note'), { exact: true }).fill('Twice today');
    await button(sheet, 'moderation-report').click();
    await expect(dj.getByText(say('moderation-reported'), { exact: true })).toBeVisible();
  });

  await test.step('the queue', async () => {
    await open(dj, '/studio/moderation');
    const report = dj.locator('.report');
    await expect(report).toContainText('You are all deaf');
    await expect(report).toContainText('Twice today');
    await settle(dj);
    await expectNoSidewaysScroll(dj);
    await expectAccessible(dj);
    await button(report, 'chat-time-out-hour').click();
    await expect(dj.getByText(say('moderation-empty'), { exact: true })).toBeVisible();
    await expect(field(fan)).toHaveCount(0);
    await expect(fan.getByText(saying('chat-timed-out-until'))).toBeVisible();
  });

  await test.step('the log takes it back', async () => {
    await open(dj, '/studio/moderation?tab=log');
    await settle(dj);
    await expectNoSidewaysScroll(dj);
    await expectAccessible(dj);
    await dj.getByRole('button', { name: say('moderation-lift-of', { name: FAN.name }), exact: true }).click();
    await expect(field(fan)).toBeVisible();
    await write(fan, 'Sorry');
  });

  await test.step('the person', async () => {
    await open(dj, '/live');
    const sheet = await openSheet(dj, 'Sorry');
    await sheet.getByRole('link', { name: say('moderation-person'), exact: true }).click();
    const card = dj.locator('.person-card');
    await expect(card).toContainText(FAN.name);
    await expect(card).toContainText('You are all deaf');
    await settle(dj);
    await expectNoSidewaysScroll(dj);
    await expectAccessible(dj);
  });
});

test('a room that is read-only closes composers at once and opens them again', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  const dialog = dj.getByRole('dialog');
  await button(dj, 'moderation-room').click();
  await dialog.getByLabel(say('moderation-read-only'), { exact: true }).check();
  await settle(dj);
  await expectNoSidewaysScroll(dj);
  await expectAccessible(dj);
  await button(dialog, 'common-save').click();
  await expect(field(fan)).toHaveCount(0, AT_ONCE);
  await expect(fan.locator('.notice').getByText(say('moderation-read-only-now'), { exact: true })).toBeVisible();
  await write(dj, 'A moment, please');
  await expect(message(fan, 'A moment')).toBeVisible(AT_ONCE);

  await button(dj, 'moderation-room').click();
  await dialog.getByLabel(say('moderation-read-only'), { exact: true }).uncheck();
  await dialog.getByLabel(say('moderation-slow-mode'), { exact: true }).selectOption('30');
  await button(dialog, 'common-save').click();
  await expect(field(fan)).toBeVisible(AT_ONCE);
  await expect(fan.locator('.composer__foot [role=status]')).toContainText('30');
});

test('what was said is kept as long as an admin says, and taken along as a table', async ({ page }) => {
  await enter(page, DJ);
  await write(page, '=2+3 is five');
  await open(page, '/studio/moderation');
  await page.getByRole('link', { name: say('moderation-settings'), exact: true }).click();
  const days = page.getByLabel(say('moderation-kept-days'), { exact: true });
  await expect(days).toHaveValue('90');
  await days.fill('3');
  await button(page, 'common-save').click();
  await expect(page.getByText(say('moderation-refused-kept-days', { least: 7, most: 3650 }), { exact: true }).first()).toBeVisible();
  await days.fill('365');
  await button(page, 'common-save').click();
  await expect(page.getByText(say('moderation-kept-saved'), { exact: true })).toBeVisible();
  await settle(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: say('moderation-export-csv'), exact: true }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('messages.csv');
  const pieces = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece);
  expect(Buffer.concat(pieces).toString()).toContain(",'=2+3 is five");
  await page.reload();
  await expect(days).toHaveValue('365');
});
