// The Studio's forms: what is typed stays, what is refused says so, what is saved is seen.

import { LONG_MIX } from '../fixtures/media.mjs';
import { DJ, FAN, arriveAs } from '../fixtures/people.mjs';
import { expect, hydrated, open, test } from '../fixtures/test.mjs';
import { choose, mixRow } from '../fixtures/uploading.mjs';
import { say } from '../fixtures/words.mjs';

const field = (page, id) => page.getByLabel(say(id), { exact: true });
const button = (page, id) => page.getByRole('button', { name: say(id), exact: true });

async function edit(page, title) {
  await arriveAs(page, DJ);
  await open(page, '/studio');
  await mixRow(page, title).getByRole('link', { name: say('studio-edit'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
}

test('a refused edit keeps what was typed and points to the field', async ({ page }) => {
  await edit(page, 'Amber Signal');
  await field(page, 'studio-slug').fill('concrete-orchard');
  await field(page, 'studio-description').fill('Typed with care.');
  await button(page, 'common-save').click();
  await expect(page.getByRole('alert').filter({ hasText: say('mixes-refused-slug-taken') })).toBeVisible();
  await expect(field(page, 'studio-slug')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'studio-slug')).toHaveValue('concrete-orchard');
  await expect(field(page, 'studio-description')).toHaveValue('Typed with care.');
});

test('what is typed while the mix is analysed stays', async ({ page }) => {
  await arriveAs(page, DJ);
  await open(page, '/studio');
  await choose(page, { name: 'early_words.mp3', mimeType: 'audio/mpeg', buffer: await LONG_MIX.bytes() });
  await mixRow(page, 'early words').getByRole('link', { name: say('studio-edit'), exact: true }).click();
  await field(page, 'studio-description').fill('Written before the analysis ended.');
  await expect(button(page, 'studio-publish')).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
  await expect(field(page, 'studio-description')).toHaveValue('Written before the analysis ended.');
});

test('a draft is hidden from listeners, and public again when published', async ({ page, newVisitor }) => {
  const listener = await newVisitor();
  await edit(page, 'Low Tide (Version)');
  await button(page, 'studio-save-draft').click();
  await expect(page.getByText(say('studio-saved'), { exact: true })).toBeVisible();
  await open(listener, '/mixes?q=tide');
  await expect(listener.getByRole('article')).toHaveCount(0);
  await button(page, 'studio-publish').click();
  await expect(button(page, 'common-save')).toBeVisible();
  await open(listener, '/mixes?q=tide');
  await expect(listener.getByRole('article')).toHaveCount(1);
});

test('a new cover is shown without a reload', async ({ page }) => {
  await edit(page, 'Amber Signal');
  const cover = page.getByRole('region', { name: say('studio-cover'), exact: true });
  const before = await cover.getByRole('img').getAttribute('src');
  await cover.getByLabel(say('studio-cover-choose'), { exact: true }).setInputFiles(LONG_MIX.cover);
  await cover.getByRole('button', { name: say('studio-cover-send'), exact: true }).click();
  await expect(cover.getByRole('img')).not.toHaveAttribute('src', before);
});

test('the brand’s name changes everywhere at once', async ({ page }) => {
  await arriveAs(page, DJ);
  await open(page, '/studio/brand');
  const rename = async (name) => {
    await field(page, 'studio-brand-name').fill(name);
    await button(page, 'common-save').click();
    await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();
  };
  await rename('Hectic FM');
  await rename('Danny Hectic B');
});

test('a hue that is none is refused beside its field', async ({ page }) => {
  await arriveAs(page, DJ);
  await open(page, '/studio/brand');
  const hue = await field(page, 'studio-brand-hue').inputValue();
  await field(page, 'studio-brand-hue').fill('900');
  await button(page, 'common-save').click();
  await expect(field(page, 'studio-brand-hue')).toHaveAccessibleDescription(new RegExp(say('tenants-refused-hue')));
  await expect(field(page, 'studio-brand-hue')).toHaveValue('900');
  await page.reload();
  await hydrated(page);
  await expect(field(page, 'studio-brand-hue')).toHaveValue(hue);
});

test('a fan who tries the Studio’s door is told so', async ({ page, complaints }) => {
  complaints.expect(/status of 403 /);
  await arriveAs(page, FAN);
  expect((await open(page, '/studio')).status()).toBe(403);
  await expect(page.getByText(say('common-failure-forbidden'), { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: say('nav-studio'), exact: true })).toHaveCount(0);
});

test('a mix appears by itself at the time it was given', async ({ page, newVisitor }) => {
  // It may be a minute and a half away.
  test.setTimeout(300_000);
  const listener = await newVisitor();
  await edit(page, 'Night Shift, Depot Road');
  await button(page, 'studio-save-draft').click();
  await expect(page.getByText(say('studio-saved'), { exact: true })).toBeVisible();
  // The next full minute that leaves time to look before it comes, as the clocks of the brand's town show it.
  const at = new Date(Math.ceil((Date.now() + 30_000) / 60_000) * 60_000);
  const town = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
  await field(page, 'studio-publish-at').fill(town.format(at).replace(' ', 'T'));
  await button(page, 'studio-publish').click();
  await expect(page.locator('.save-bar .badge')).toBeVisible();
  const seen = async () => {
    await open(listener, '/mixes?q=depot');
    return listener.getByRole('article').count();
  };
  expect(await seen()).toBe(0);
  await expect.poll(seen, { timeout: 180_000, intervals: [2_000] }).toBe(1);
  expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
});
