// Every page on phone and desktop, dark and light, in every language and without scripts: accessible to everybody, silent in the
// console, and the same before and after hydration. Keeps a picture of each.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { delayHydration } from '../fixtures/listening.mjs';
import {
  DESKTOP,
  PHONE,
  expectAccessible,
  expectNoIds,
  expectNoSidewaysScroll,
  expectSamePicture,
  photograph,
  settle,
  shifts,
  watchShifts,
  withoutScripts,
} from '../fixtures/looking.mjs';
import { arriveAs } from '../fixtures/people.mjs';
import { PLACES, pathOf } from '../fixtures/places.mjs';
import { LOCALES } from '../fixtures/server.mjs';
import { expect, hydrated, test } from '../fixtures/test.mjs';

const LANGUAGES = ['en', 'es', 'pt', 'fr'];
const SIZES = { phone: PHONE, desktop: DESKTOP };
const THEMES = ['dark', 'light'];

// Good by the Core Web Vitals is 0.1; ours is stricter.
const LARGEST_SHIFT = 0.02;

test.describe.configure({ mode: 'parallel' });
// Nothing may be half-way when a page is looked at.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function remember(page, baseURL, cookies) {
  await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: baseURL })));
}

// Comes to a place as the person who sees it; gives its address.
async function comeTo(page, place, complaints) {
  if (place.as) await arriveAs(page, place.as);
  // The browser notes the status of the page itself.
  if (place.status) complaints.expect(new RegExp(`status of ${place.status} `));
  return pathOf(page, place);
}

async function visit(page, path, place) {
  const answer = await page.goto(path, { waitUntil: 'domcontentloaded' });
  expect(answer.status()).toBe(place.status ?? 200);
}

for (const place of PLACES) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test.describe(`${place.name} on a ${size}`, () => {
      test.use({ viewport });
      for (const theme of THEMES) {
        test(`is accessible, silent and still in ${theme}`, async ({ page, baseURL, complaints }, testInfo) => {
          const name = `${place.name}-${size}-${theme}`;
          const path = await comeTo(page, place, complaints);
          await remember(page, baseURL, { theme, lang: 'en' });
          await watchShifts(page);
          const hydrate = await delayHydration(page);
          await visit(page, path, place);
          await settle(page);
          const loading = await shifts(page);
          const before = await photograph(page, name);
          // Taking a picture of a whole page may shift it; that is not the page's doing.
          const offset = (await shifts(page)).total;
          hydrate();
          await hydrated(page);
          await settle(page);
          const hydrating = await shifts(page);
          const after = await photograph(page, name);

          await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
          const total = loading.total + hydrating.total - offset;
          expect.soft(total, `layout shift by ${hydrating.sources.join(', ')}`).toBeLessThan(LARGEST_SHIFT);
          await expectSamePicture(testInfo, name, before, after);
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        });
      }
    });
  }

  test.describe(`${place.name} on a phone`, () => {
    test.use({ viewport: PHONE });

    for (const language of LANGUAGES) {
      test(`is accessible, silent and translated in ${language}`, async ({ page, baseURL, complaints }) => {
        expect(existsSync(join(LOCALES, language)), `locales/${language}`).toBe(true);
        const path = await comeTo(page, place, complaints);
        await remember(page, baseURL, { theme: 'dark', lang: language });
        await visit(page, path, place);
        await hydrated(page);
        await settle(page);
        await photograph(page, `${place.name}-phone-${language}`);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expectNoIds(page);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      });
    }

    test('is whole and accessible without scripts', async ({ page, newVisitor, baseURL, complaints }) => {
      const plain = await newVisitor({ javaScriptEnabled: false });
      const path = await comeTo(plain, place, complaints);
      await remember(plain, baseURL, { theme: 'dark', lang: 'en' });
      const answer = await plain.goto(path);
      expect(answer.status()).toBe(place.status ?? 200);
      await photograph(plain, `${place.name}-phone-without-scripts`);

      // The timers that axe needs don't run where scripts are off, so it looks at the same document without its scripts.
      if (place.as) await arriveAs(page, place.as);
      await remember(page, baseURL, { theme: 'dark', lang: 'en' });
      await withoutScripts(page);
      await visit(page, path, place);
      await settle(page);
      await expectNoIds(page);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  });
}
