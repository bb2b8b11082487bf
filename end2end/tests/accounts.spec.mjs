// Accounts with scripts on: the forms answer in place, and one's own page does what it says.

import { FAN, arriveAs, followMail, mainLink, signIn, signOut } from '../fixtures/people.mjs';
import { expect, hydrated, open, test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const setting = (page, id) => page.getByRole('main').locator('section').filter({ has: page.getByRole('heading', { name: say(id), exact: true }) });

test('a wrong password is said in place, and the next try works', async ({ page }) => {
  await open(page, '/sign-in');
  await page.evaluate(() => {
    window.marked = true;
  });
  await signIn(page, { ...FAN, password: 'not the password' });
  await expect(page.getByRole('alert')).toContainText(say('accounts-refused-credentials'));
  await expect(page.getByLabel(say('accounts-email'), { exact: true })).toHaveValue(FAN.email);
  await signIn(page, FAN);
  await expect(mainLink(page, 'nav-me')).toBeVisible();
  await expect(page).toHaveURL('/');
  expect(await page.evaluate(() => window.marked), 'the same window').toBe(true);
});

test('a password can be looked at', async ({ page }) => {
  await open(page, '/sign-in');
  const password = page.getByLabel(say('accounts-password'), { exact: true });
  await password.fill('warehouse');
  await expect(password).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: say('accounts-show-password'), exact: true }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await expect(password).toHaveValue('warehouse');
});

test('a forgotten password is replaced by the link of a mail', async ({ page, newServer }) => {
  // Its own server: another test signs in with the old password.
  const server = await (await newServer()).start();
  await open(page, `${server.url}/forgot`);
  await page.getByLabel(say('accounts-email'), { exact: true }).fill(FAN.email);
  await page.getByRole('button', { name: say('accounts-send-link'), exact: true }).click();
  await expect(page.getByText(say('accounts-reset-sent'), { exact: true })).toBeVisible();
  await followMail(page, FAN.email, server.url);
  await hydrated(page);
  await page.getByLabel(say('accounts-new-password'), { exact: true }).fill('last train, platform six');
  await page.getByRole('button', { name: say('accounts-set-password'), exact: true }).click();
  await expect(page).toHaveURL(`${server.url}/me`);
  await signOut(page, server.url);
  await open(page, `${server.url}/sign-in`);
  await signIn(page, { ...FAN, password: 'last train, platform six' });
  await expect(mainLink(page, 'nav-me')).toBeVisible();
});

test('another device is signed out from here', async ({ page, newVisitor }) => {
  const other = await newVisitor();
  await arriveAs(other, FAN);
  await arriveAs(page, FAN);
  await open(page, '/me');
  await page.getByRole('button', { name: say('me-sign-out-others'), exact: true }).click();
  await expect(page.getByRole('button', { name: say('me-sign-out-others'), exact: true })).toHaveCount(0);
  await open(other, '/');
  await expect(mainLink(other, 'accounts-sign-in')).toBeVisible();
  await open(page, '/');
  await expect(mainLink(page, 'nav-me')).toBeVisible();
});

test('the summary of a refused form leads to its own field', async ({ page }) => {
  await arriveAs(page, FAN);
  await open(page, '/me');
  const leaving = setting(page, 'me-delete');
  const password = leaving.getByLabel(say('accounts-password'), { exact: true });
  await password.fill('not the password');
  await leaving.getByRole('button', { name: say('me-delete-button'), exact: true }).click();
  await leaving.getByRole('link', { name: say('accounts-refused-wrong-password'), exact: true }).click();
  await expect(password).toBeFocused();
});
