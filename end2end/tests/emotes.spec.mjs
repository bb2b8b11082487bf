// The station's own small pictures, from the file to the room.

import { PHONE, expectAccessible, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, FAN, arriveAs } from '../fixtures/people.mjs';
import { AT_ONCE, enter, field, message, openSheet, write } from '../fixtures/room.mjs';
import { expect, open, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

// Drawn by the browser: a red square on nothing.
const draw = (page) => page.evaluate(() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 128;
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#d22';
  pen.fillRect(24, 24, 80, 80);
  return canvas.toDataURL('image/png').split(',')[1];
});

async function add(dj, file, content) {
  await dj.getByLabel(say('emotes-picture'), { exact: true }).setInputFiles({ name: file, mimeType: 'image/png', buffer: content });
  await dj.getByRole('button', { name: say('emotes-add'), exact: true }).click();
}

test('a DJ adds an emote, and it is written and given in the room at once', async ({ page: fan, newVisitor, complaints }) => {
  // Of the picture that is none.
  complaints.expect(/status of 422 /);
  const dj = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await Promise.all([enter(fan, FAN), arriveAs(dj, DJ)]);
  await open(dj, '/studio/emotes');
  await expect(dj.getByText(say('emotes-empty'), { exact: true })).toBeVisible();
  await add(dj, 'Dub Siren.png', Buffer.from('no picture'));
  await expect(dj.getByText(say('emotes-refused-not-a-picture'))).toBeVisible();
  await expect(dj.getByLabel(say('emotes-name'), { exact: true }), 'as the file is called').toHaveValue('dub_siren');
  await add(dj, 'Dub Siren.png', Buffer.from(await draw(dj), 'base64'));
  await expect(dj.getByText(':dub_siren:', { exact: true })).toBeVisible();
  await settle(dj);
  await expectNoSidewaysScroll(dj);
  await expectAccessible(dj);

  await field(fan).pressSequentially('pull up :dub_');
  await expect(fan.getByRole('option', { name: 'dub_siren' })).toBeVisible();
  await fan.keyboard.press('Tab');
  await expect(field(fan)).toHaveValue('pull up :dub_siren: ');
  await fan.keyboard.press('Enter');
  await open(dj, '/live');
  const picture = (page) => message(page, 'pull up').locator('.chat-message__text').getByRole('img', { name: ':dub_siren:', exact: true });
  await expect(picture(dj)).toBeVisible(AT_ONCE);
  expect(await picture(dj).evaluate((image) => image.decode().then(() => image.naturalHeight))).toBe(96);
  await write(dj, ':dub_siren:');
  await expect(fan.locator('.chat-message__text--large')).toHaveCount(1);

  const sheet = await openSheet(dj, 'pull up');
  await settle(dj);
  await expectAccessible(dj);
  await sheet.getByRole('button', { name: say('chat-react', { emoji: ':dub_siren:' }), exact: true }).tap();
  const given = message(fan, 'pull up').getByRole('button', { name: ':dub_siren: 1' });
  await expect(given).toBeVisible(AT_ONCE);
  await given.click();
  await expect(message(dj, 'pull up').getByRole('button', { name: ':dub_siren: 2' })).toBeVisible(AT_ONCE);
  await settle(fan);
  await expectAccessible(fan);

  const plain = await newVisitor({ javaScriptEnabled: false });
  await plain.goto('/live');
  await expect(picture(plain)).toBeVisible();

  await open(dj, '/studio/emotes');
  await dj.getByText(say('emotes-remove'), { exact: true }).click();
  await dj.getByRole('button', { name: say('emotes-remove-yes', { name: 'dub_siren' }), exact: true }).click();
  await expect(dj.getByText(say('emotes-empty'), { exact: true })).toBeVisible();
  await expect(picture(fan)).toHaveCount(0, AT_ONCE);
  await expect(message(fan, 'pull up')).toContainText('pull up :dub_siren:');
});

test('without scripts an emote is added, renamed and removed by plain forms', async ({ page: dj, newVisitor }) => {
  const plain = await newVisitor({ javaScriptEnabled: false });
  await arriveAs(plain, DJ);
  await open(dj, '/');
  const picture = Buffer.from(await draw(dj), 'base64');
  await plain.goto('/studio/emotes');
  await plain.getByLabel(say('emotes-name'), { exact: true }).fill('Dub Siren');
  await add(plain, 'siren.png', picture);
  await expect(plain.getByText(say('emotes-refused-bad-name', { least: 2, most: 24 }))).toBeVisible();
  await plain.getByLabel(say('emotes-name'), { exact: true }).fill('siren');
  await add(plain, 'siren.png', picture);
  await expect(plain.getByText(say('studio-saved'), { exact: true })).toBeVisible();
  await plain.getByText(say('emotes-rename'), { exact: true }).click();
  const one = plain.getByRole('listitem').filter({ hasText: ':siren:' });
  await one.getByLabel(say('emotes-name'), { exact: true }).fill('horn');
  await one.getByRole('button', { name: say('common-save'), exact: true }).click();
  await expect(plain.getByText(':horn:', { exact: true })).toBeVisible();
  await plain.getByText(say('emotes-remove'), { exact: true }).click();
  await plain.getByRole('button', { name: say('emotes-remove-yes', { name: 'horn' }), exact: true }).click();
  await expect(plain.getByText(say('emotes-empty'), { exact: true })).toBeVisible();
});
