// What a mix is released with: series and guests, private links, earlier descriptions, one change to many.

import { DJ, arriveAs } from '../fixtures/people.mjs';
import { expectSound, playButtonOf } from '../fixtures/listening.mjs';
import { DESKTOP, PHONE, expectAccessible, expectNoSidewaysScroll } from '../fixtures/looking.mjs';
import { expect, open, testAlone as test } from '../fixtures/test.mjs';
import { mixRow } from '../fixtures/uploading.mjs';
import { say, saying } from '../fixtures/words.mjs';

const field = (page, id) => page.getByLabel(say(id), { exact: true });
const button = (page, id) => page.getByRole('button', { name: say(id), exact: true });
const unfold = (page, id) => page.getByText(say(id), { exact: true }).click();
const tick = (page, title) => page.getByRole('checkbox', { name: say('studio-tick', { title }), exact: true });

async function edit(page, title) {
  await arriveAs(page, DJ);
  await open(page, '/studio');
  await mixRow(page, title).getByRole('link', { name: say('studio-edit'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

test('series, guests and credits are typed, seen and found', async ({ page, newVisitor }) => {
  await edit(page, 'Amber Signal');
  await unfold(page, 'studio-release');
  await field(page, 'studio-series').fill('Late Lines');
  await field(page, 'studio-episode').fill('twelve');
  await field(page, 'mixes-guests').fill('DJ Marlow, Ina');
  await field(page, 'studio-credits').fill('Artwork: Jo Lee');
  await field(page, 'studio-location').fill('Studio Two, Hackney');
  await page.getByRole('checkbox', { name: say('studio-explicit') }).check();
  await button(page, 'common-save').click();
  await expect(page.getByRole('alert').filter({ hasText: say('mixes-refused-episode') })).toBeVisible();
  await field(page, 'studio-episode').fill('12');
  await button(page, 'common-save').click();
  await expect(page.getByText(say('studio-saved'), { exact: true })).toBeVisible();

  const listener = await newVisitor();
  await open(listener, '/mixes/amber-signal');
  await expect(listener.getByText('Jo Lee', { exact: true })).toBeVisible();
  await expect(listener.getByText('Studio Two, Hackney', { exact: true })).toBeVisible();
  await expect(listener.getByText(say('mixes-episode', { number: 12 }), { exact: true })).toBeVisible();
  await expect(listener.getByRole('main').getByTitle(say('mixes-explicit')).first()).toBeVisible();
  await expectAccessible(listener);
  await listener.getByRole('link', { name: 'Ina', exact: true }).click();
  await expect(listener).toHaveURL(/guest=ina/);
  await expect(listener.getByRole('article')).toHaveCount(1);
  await expect(field(listener, 'mixes-guest')).toHaveValue('ina');
});

test('a private link opens a draft for whoever has it, until it is ended', async ({ page, newVisitor, complaints }) => {
  complaints.expect(/status of 404 /);
  await edit(page, 'Low Tide (Version)');
  await button(page, 'studio-save-draft').click();
  await expect(page.getByText(say('studio-saved'), { exact: true })).toBeVisible();
  await button(page, 'studio-share-make').click();
  const link = page.getByRole('link', { name: saying('studio-share-until') });
  const path = await link.getAttribute('href');
  const friend = await newVisitor();
  expect((await open(friend, path.split('?')[0])).status()).toBe(404);
  await open(friend, path);
  await expect(friend.getByText(saying('mixes-shared-until'))).toBeVisible();
  await playButtonOf(friend, 'Low Tide (Version)').click();
  await expectSound(friend);
  await expectAccessible(friend);

  await button(page, 'studio-share-end').click();
  await expect(link).toHaveCount(0);
  // Kept pages are forgotten when the event of it arrives.
  await expect.poll(async () => (await friend.goto(path)).status()).toBe(404);
  await button(page, 'studio-publish').click();
  await expect(button(page, 'common-save')).toBeVisible();
});

test('an earlier description is taken back', async ({ page }) => {
  await edit(page, 'Night Shift, Depot Road');
  const description = field(page, 'studio-description');
  const save = async () => {
    await page.getByRole('button', { name: say('common-save'), exact: true }).or(button(page, 'studio-publish')).click();
    await expect(page.getByText(say('studio-saved'), { exact: true })).toBeVisible();
  };
  await description.fill('Thought about for an hour.');
  await save();
  await description.fill('oops');
  await save();
  // The list is drawn anew, folded, when the answer is there.
  await expect(page.getByText(saying('studio-version-until'))).toHaveCount(2);
  await unfold(page, 'studio-versions');
  await page.getByText(saying('studio-version-until')).first().click();
  await button(page, 'studio-version-restore').first().click();
  await expect(description).toHaveValue('Thought about for an hour.');
  await save();
  await page.reload();
  await expect(description).toHaveValue('Thought about for an hour.');
});

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`several mixes are changed at once on a ${size}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await arriveAs(page, DJ);
    await open(page, '/studio');
    await unfold(page, 'studio-bulk');
    await button(page, 'studio-bulk-apply').click();
    await expect(page.getByText(say('mixes-refused-nothing-chosen')).first()).toBeVisible();
    await tick(page, 'Amber Signal').check();
    await tick(page, 'Concrete Orchard').check();
    await field(page, 'studio-bulk-change').selectOption('series');
    await field(page, 'studio-bulk-name').fill('Late Lines');
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await button(page, 'studio-bulk-apply').click();
    await expect(tick(page, 'Amber Signal')).not.toBeChecked();
    await open(page, '/mixes?series=late-lines');
    await expect(page.getByRole('article')).toHaveCount(2);

    await open(page, '/studio');
    await unfold(page, 'studio-bulk');
    await tick(page, 'Amber Signal').check();
    await tick(page, 'Concrete Orchard').check();
    await field(page, 'studio-bulk-change').selectOption('delete');
    await button(page, 'studio-bulk-apply').click();
    await expect(mixRow(page, 'Amber Signal')).toHaveCount(0);
    await button(page, 'common-undo').click();
    await expect(mixRow(page, 'Amber Signal')).toBeVisible();
    await expect(mixRow(page, 'Concrete Orchard')).toBeVisible();
  });
}

test('several mixes are changed without scripts', async ({ newVisitor }) => {
  const plain = await newVisitor({ javaScriptEnabled: false });
  await arriveAs(plain, DJ);
  await plain.goto('/studio');
  await unfold(plain, 'studio-bulk');
  await tick(plain, 'Amber Signal').check();
  await field(plain, 'studio-bulk-change').selectOption('genre');
  await field(plain, 'studio-bulk-name').fill('Night Music');
  await button(plain, 'studio-bulk-apply').click();
  await expect(plain.getByText(say('studio-bulk-saved'), { exact: true })).toBeVisible();
  await plain.goto('/mixes?genre=night-music');
  await expect(plain.getByRole('article')).toHaveCount(1);
});
