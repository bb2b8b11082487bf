// Bots by hand: an admin makes one, a program posts with its token, fans see it with its badge, and a revoked token opens nothing.

import { PHONE, expectAccessible, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, FAN, arriveAs } from '../fixtures/people.mjs';
import { expect, open, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const AT_ONCE = { timeout: 1_000 };
const MESSAGES = '/api/bots/v1/messages';

const button = (page, id, values) => page.getByRole('button', { name: say(id, values), exact: true });
const secret = (page) => page.getByLabel(say('bots-secret'), { exact: true });
const row = (page, name) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: new RegExp(`^${name}`) }) });

async function make(page, name) {
  await page.locator('#new-bot').fill(name);
  await button(page, 'bots-make').click();
  await expect(page.getByText(say('bots-token-once', { name }), { exact: true })).toBeVisible();
  const token = await secret(page).inputValue();
  expect(token).toMatch(/^hb_[\w-]{43}$/);
  return token;
}

// A program's call: not the browser's, so without its cookies.
function call(site, token, path, message) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return fetch(`${site}${path}`, message ? { method: 'POST', headers, body: JSON.stringify(message) } : { headers });
}

test('a bot is made, posts with its badge, hears what is said, and is revoked', async ({ page: fan, newVisitor, baseURL }) => {
  const dj = await newVisitor();
  await Promise.all([arriveAs(fan, FAN), arriveAs(dj, DJ)]);
  await open(fan, '/live');
  await expect(fan.locator('.room__present')).toHaveText(/\S/);
  await open(dj, '/studio/bots');
  await expect(dj.getByText(say('bots-empty-title'), { exact: true })).toBeVisible();
  const token = await make(dj, 'Track Finder');
  await expect(row(dj, 'Track Finder')).toBeVisible();

  await test.step('it posts, and is seen with its badge at once', async () => {
    const said = await call(baseURL, token, MESSAGES, { text: 'Now: Night Bus' });
    expect(said.status).toBe(201);
    const message = fan.locator('.chat-message').filter({ hasText: 'Now: Night Bus' });
    await expect(message).toBeVisible(AT_ONCE);
    await expect(message.locator('.chat-message__head')).toContainText('Track Finder');
    await expect(message.locator('.chat-message__head').getByText(say('chat-bot'), { exact: true })).toBeVisible();
  });

  await test.step('a call that waits hears a fan', async () => {
    const { next } = await (await call(baseURL, token, MESSAGES)).json();
    const waiting = call(baseURL, token, `${MESSAGES}?after=${next}&wait=25`);
    const field = fan.getByLabel(say('chat-say'), { exact: true });
    await field.fill('Which label?');
    await field.press('Enter');
    const { events } = await (await waiting).json();
    expect(events.map(({ type, message }) => [type, message.text, message.author.name])).toEqual([['posted', 'Which label?', FAN.name]]);
  });

  await test.step('the token is shown once, and another one ends it', async () => {
    await open(dj, '/studio/bots');
    await expect(secret(dj)).toHaveCount(0);
    await row(dj, 'Track Finder').getByText(say('bots-renew'), { exact: true }).click();
    await button(row(dj, 'Track Finder'), 'bots-renew-yes').click();
    await expect(secret(dj)).toBeVisible();
    const renewed = await secret(dj).inputValue();
    expect((await call(baseURL, token, '/api/bots/v1/room')).status).toBe(401);
    expect((await call(baseURL, renewed, '/api/bots/v1/room')).status).toBe(200);
    await row(dj, 'Track Finder').getByText(say('bots-revoke'), { exact: true }).click();
    await button(row(dj, 'Track Finder'), 'bots-revoke-yes', { name: 'Track Finder' }).click();
    await expect(dj.getByText(say('bots-empty-title'), { exact: true })).toBeVisible();
    expect((await call(baseURL, renewed, MESSAGES, { text: 'Still here' })).status).toBe(401);
    await expect(fan.locator('.chat-message').filter({ hasText: 'Now: Night Bus' })).toBeVisible();
  });
});

test('what is wrong with a name or an address stands beside it, with a phone', async ({ newVisitor }) => {
  const dj = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await arriveAs(dj, DJ);
  await open(dj, '/studio/bots');
  await make(dj, 'Charts');
  await settle(dj);
  await expectNoSidewaysScroll(dj);
  await expectAccessible(dj);
  await dj.locator('#new-bot').fill('charts');
  await button(dj, 'bots-make').click();
  await expect(dj.locator('#new-bot')).toHaveAccessibleDescription(new RegExp(say('bots-refused-name-taken')));
  const address = row(dj, 'Charts').getByLabel(say('bots-webhook'), { exact: true });
  await address.fill('http://127.0.0.1:9/');
  await button(row(dj, 'Charts'), 'bots-webhook-save').click();
  await expect(address).toHaveAccessibleDescription(new RegExp(say('bots-refused-private').replace('.', '\\.')));
  await address.fill('https://bot.example.org/hook');
  await button(row(dj, 'Charts'), 'bots-webhook-save').click();
  await expect(dj.getByText(say('bots-secret-once', { name: 'Charts' }), { exact: true })).toBeVisible();
  await expect(row(dj, 'Charts').getByLabel(say('bots-webhook'), { exact: true })).toHaveValue('https://bot.example.org/hook');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a bot is made and revoked by plain forms, and its token is shown once', async ({ page, baseURL }) => {
    await arriveAs(page, DJ);
    await page.goto('/studio/bots');
    const token = await make(page, 'Plain');
    expect((await call(baseURL, token, '/api/bots/v1/room')).status).toBe(200);
    await page.goto('/studio/bots');
    await expect(secret(page)).toHaveCount(0);
    await row(page, 'Plain').getByText(say('bots-revoke'), { exact: true }).click();
    await button(row(page, 'Plain'), 'bots-revoke-yes', { name: 'Plain' }).click();
    await expect(page.getByText(say('bots-revoked'), { exact: true })).toBeVisible();
    expect((await call(baseURL, token, '/api/bots/v1/room')).status).toBe(401);
  });
});
