// Every form is a plain POST first: signing in and up, liking, choosing a language and leaving, in a browser without scripts.

import { DJ, FAN, arriveAs, mainLink, signIn, signUp } from '../fixtures/people.mjs';
import { expect, test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

test.use({ javaScriptEnabled: false });

// Leptos sends a plain POST back to where it came from with an empty query, `/mixes?`: the same page.
async function expectPath(page, path) {
  await expect(page).toHaveURL((url) => url.pathname === path && url.search === '');
}

test('signing in leads home', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page, FAN);
  await expectPath(page, '/');
  await expect(mainLink(page, 'nav-me')).toBeVisible();
});

test('a wrong password is said, and the address is kept', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page, { ...DJ, password: 'not the password' });
  await expectPath(page, '/sign-in');
  await expect(page.getByRole('alert')).toContainText(say('accounts-refused-credentials'));
  await expect(page.getByLabel(say('accounts-email'), { exact: true })).toHaveValue(DJ.email);
  await expect(page.getByLabel(say('accounts-password'), { exact: true })).toHaveValue('');
});

test('a refusal is shown once', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page, { ...DJ, password: 'not the password' });
  await expect(page.getByRole('alert')).toBeVisible();
  await page.goto('/sign-in');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a sign-up with a short password is declined beside the field, and the rest is kept', async ({ page }) => {
  const short = { name: 'Sam Short', email: 'sam@listeners.example', password: 'short' };
  await page.goto('/sign-up');
  await signUp(page, short);
  await expectPath(page, '/sign-up');
  await expect(page.getByRole('alert')).toContainText(say('accounts-refused-password-too-short'));
  const password = page.getByLabel(say('accounts-password'), { exact: true });
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expect(password).toHaveAccessibleDescription(new RegExp(say('accounts-refused-password-too-short')));
  await expect(page.getByLabel(say('accounts-name'), { exact: true })).toHaveValue(short.name);
  await expect(page.getByLabel(say('accounts-email'), { exact: true })).toHaveValue(short.email);
});

test('a mix is liked and unliked', async ({ page }) => {
  await arriveAs(page, FAN);
  await page.goto('/mixes/concrete-orchard');
  const heart = page.getByRole('button', { name: say('listening-like'), exact: true });
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
  await heart.click();
  await expectPath(page, '/mixes/concrete-orchard');
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await expect(heart).toContainText('1');
  await page.goto('/library');
  await expect(page.getByRole('main').getByRole('link', { name: 'Concrete Orchard', exact: true })).toBeVisible();
  await page.goto('/mixes/concrete-orchard');
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
});

test('a language is chosen on the spot and remembered', async ({ page }) => {
  await page.goto('/mixes');
  await page.getByRole('button', { name: say('common-language-name', {}, 'fr'), exact: true }).click();
  await expectPath(page, '/mixes');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('a theme is chosen on the spot and remembered', async ({ page }) => {
  await page.goto('/mixes');
  await page.getByRole('button', { name: say('common-theme-light'), exact: true }).click();
  await expectPath(page, '/mixes');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('mixes are filtered by words and by genre', async ({ page }) => {
  await page.goto('/mixes');
  await page.getByRole('searchbox', { name: say('mixes-search'), exact: true }).fill('concrete');
  await page.getByRole('button', { name: say('mixes-filter'), exact: true }).click();
  await expect(page).toHaveURL(/\/mixes\?.*q=concrete/);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article')).toContainText('Concrete Orchard');
});

test('a mix has a player of the browser’s own', async ({ page }) => {
  await page.goto('/mixes/concrete-orchard');
  const sound = page.locator('noscript audio[controls], main audio[controls]');
  await expect(sound).toBeVisible();
  const answer = await page.request.get(await sound.locator('source').first().getAttribute('src'), { headers: { range: 'bytes=0-1' } });
  expect(answer.status()).toBe(206);
});

test('signing out ends the session', async ({ page }) => {
  await arriveAs(page, FAN);
  await page.goto('/me');
  await page.getByRole('button', { name: say('accounts-sign-out'), exact: true }).first().click();
  await expectPath(page, '/');
  await expect(mainLink(page, 'accounts-sign-in')).toBeVisible();
  await page.goto('/');
  await expect(mainLink(page, 'accounts-sign-in')).toBeVisible();
});
