// Languages: chosen by the reader, switched in place, and added by a folder.

import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectSound, isMarked, mark, playButtonOf } from '../fixtures/listening.mjs';
import { mainLink } from '../fixtures/people.mjs';
import { LOCALES } from '../fixtures/server.mjs';
import { expect, hydrated, open, test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const languageButton = (page, locale) => page.getByRole('button', { name: say('common-language-name', {}, locale), exact: true });
const navigation = (page, locale) => page.getByRole('navigation', { name: say('nav-main', {}, locale), exact: true });

for (const locale of ['es', 'pt', 'fr']) {
  test(`switching to ${locale} changes the page in place and is remembered`, async ({ page }) => {
    await open(page, '/mixes');
    await mark(page);
    await languageButton(page, locale).click();
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('mixes-title', {}, locale));
    await expect(navigation(page, locale).getByRole('link', { name: say('nav-library', {}, locale), exact: true })).toBeVisible();
    await expect(languageButton(page, locale)).toHaveAttribute('aria-pressed', 'true');
    expect(await isMarked(page), 'the same window').toBe(true);
    await page.reload();
    await hydrated(page);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('mixes-title', {}, locale));
  });
}

test('the music plays on through a switch', async ({ page }) => {
  await open(page, '/mixes/concrete-orchard');
  await playButtonOf(page, 'Concrete Orchard').click();
  await expectSound(page);
  await mark(page);
  await languageButton(page, 'pt').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pt');
  await expectSound(page);
  expect(await isMarked(page)).toBe(true);
});

test.describe('a reader whose browser asks for French', () => {
  test.use({ locale: 'fr-CA' });

  test('gets French, and English by choice', async ({ page }) => {
    await open(page, '/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await languageButton(page, 'en').click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.reload();
    await hydrated(page);
    await expect(mainLink(page, 'nav-library')).toBeVisible();
  });
});

test('only the active language reaches the browser', async ({ page }) => {
  const fetched = [];
  page.on('request', (request) => {
    const language = /\/i18n\/([^.]+)\./.exec(request.url());
    if (language) fetched.push(language[1]);
  });
  await open(page, '/');
  expect([...new Set(fetched)]).toEqual(['en']);
});

test('an address with ?lang= is in that language', async ({ page }) => {
  await open(page, '/mixes?lang=es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('mixes-title', {}, 'es'));
});

test('a fifth language is a folder and a restart', async ({ page, newServer }, testInfo) => {
  const locales = testInfo.outputPath('locales');
  await cp(LOCALES, locales, { recursive: true });
  const server = await (await newServer({ HECTIC_LOCALES: locales, HECTIC_DEVELOPMENT: 'false' })).start();
  await open(page, server.url);
  const madeUp = page.getByRole('button', { name: 'Xenial', exact: true });
  await expect(madeUp).toHaveCount(0);

  await mkdir(join(locales, 'xx'));
  await writeFile(join(locales, 'xx', 'common.ftl'), 'common-language-name = Xenial\nnav-main = Xain\nnav-home = Xome\n');
  await server.restart();
  await open(page, server.url);
  await madeUp.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'xx');
  const main = page.getByRole('navigation', { name: 'Xain', exact: true });
  await expect(main.getByRole('link', { name: 'Xome', exact: true })).toBeVisible();
  // What it lacks is English.
  await expect(main.getByRole('link', { name: say('nav-mixes'), exact: true })).toBeVisible();
  await page.reload();
  await hydrated(page);
  await expect(main.getByRole('link', { name: 'Xome', exact: true })).toBeVisible();
});
