// The summary above a refused form leads to the form's own field. Not green yet: the router takes the press on `#field` and scrolls
// without moving the focus.

import { FAN, arriveAs } from '../fixtures/people.mjs';
import { expect, open, test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const setting = (page, id) => page.getByRole('main').locator('section').filter({ has: page.getByRole('heading', { name: say(id), exact: true }) });

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
