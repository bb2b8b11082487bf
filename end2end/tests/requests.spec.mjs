// Track requests with several people at once: asked for by one, voted for by another, decided by the DJ; everybody sees it at once.

import { DESKTOP, PHONE, expectAccessible, expectNoSidewaysScroll, photograph, settle } from '../fixtures/looking.mjs';
import { DJ, FAN, arriveAs, followMail, mainLink, signUp } from '../fixtures/people.mjs';
import { expect, hydrated, open, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const AT_ONCE = { timeout: 1_000 };
const AMA = { name: 'Ama', email: 'ama@listeners.example', password: 'louder in the kitchen' };
const TRACKS = ['Concrete Stairs - Lift Out of Order', 'Night Shift - Last Bus Home', 'Night Shift - First Light', 'Kerbside - Wet Paint'];

const waiting = (page) => page.getByRole('region', { name: say('requests-waiting'), exact: true });
const request = (page, title) => waiting(page).getByRole('listitem').filter({ hasText: title });
const titles = (page) => waiting(page).locator('.row__title');
const vote = (page, title) => request(page, title).locator('button.vote');
const found = (page, title) => page.getByRole('region', { name: say('requests-found'), exact: true }).getByRole('listitem').filter({ hasText: title });
const upNext = (page) => page.getByRole('region', { name: say('requests-up-next'), exact: true });
const consoleRow = (page, title) => page.locator('.console__row').filter({ hasText: title });
const press = (row, id) => row.getByRole('button', { name: say(id), exact: true }).click();

// A new member, with a confirmed address.
async function join(page, person) {
  await open(page, '/sign-up');
  await signUp(page, person);
  await expect(page.getByText(say('accounts-check-mail'))).toBeVisible();
  await followMail(page, person.email);
  await hydrated(page);
  await page.getByRole('button', { name: say('accounts-confirm'), exact: true }).click();
  await expect(mainLink(page, 'nav-me')).toBeVisible();
}

// The DJ writes down what was played, so that there is something to ask for.
async function fillLibrary(page) {
  await arriveAs(page, DJ);
  const mix = /\/studio\/mixes\/([0-9a-f-]{36})/.exec(await (await page.request.get('/studio')).text())[1];
  const saved = await page.request.post('/api/save-tracklist-text', { form: { mix, text: TRACKS.join('\n') }, headers: { accept: 'application/json' } });
  expect(await saved.text()).toContain('Done');
}

async function search(page, words) {
  await page.getByRole('searchbox', { name: say('requests-search'), exact: true }).fill(words);
  await page.getByRole('searchbox', { name: say('requests-search'), exact: true }).press('Enter');
}

async function ask(page, words, title, dedication) {
  await search(page, words);
  if (dedication) {
    await found(page, title).getByText(say('requests-dedicate'), { exact: true }).click();
    await found(page, title).getByLabel(say('requests-dedication'), { exact: true }).fill(dedication);
  }
  await found(page, title).getByRole('button', { name: say('requests-ask-for', { title }), exact: true }).click();
  await expect(request(page, title)).toBeVisible();
}

test('fans ask and vote, the DJ decides, and everybody sees it at once', async ({ page: fan, newVisitor }) => {
  const [ama, dj, guest] = [await newVisitor(), await newVisitor(), await newVisitor()];
  await fillLibrary(dj);
  await join(ama, AMA);
  await arriveAs(fan, FAN);
  await Promise.all([fan, ama, guest].map((page) => open(page, '/live/requests')));
  await open(dj, '/studio/requests');

  await test.step('asked for', async () => {
    await ask(fan, 'night shift', 'Last Bus Home', 'for the late shift');
    for (const page of [ama, guest]) await expect(request(page, 'Last Bus Home')).toContainText('for the late shift', AT_ONCE);
    await expect(consoleRow(dj, 'Last Bus Home')).toContainText(say('requests-by', { name: FAN.name }), AT_ONCE);
    await ask(ama, 'wet paint', 'Wet Paint');
    await expect(titles(fan)).toHaveText(['Last Bus Home', 'Wet Paint'], AT_ONCE);
  });

  await test.step('voted for', async () => {
    await vote(fan, 'Wet Paint').click();
    await expect(vote(fan, 'Wet Paint')).toHaveAttribute('aria-pressed', 'true', AT_ONCE);
    for (const page of [fan, ama, guest]) await expect(titles(page)).toHaveText(['Wet Paint', 'Last Bus Home'], AT_ONCE);
    await vote(fan, 'Wet Paint').click();
    for (const page of [fan, ama, guest]) await expect(titles(page)).toHaveText(['Last Bus Home', 'Wet Paint'], AT_ONCE);
    await vote(ama, 'Last Bus Home').press('Enter');
    await expect(vote(fan, 'Last Bus Home')).toContainText('2', AT_ONCE);
    await expect(request(guest, 'Last Bus Home').locator('a.vote')).toBeVisible();
  });

  await test.step('put in order, by the keyboard and by hand', async () => {
    await press(consoleRow(dj, 'Wet Paint'), 'requests-accept');
    await expect(request(fan, 'Wet Paint')).toContainText(say('requests-accepted'), AT_ONCE);
    await press(consoleRow(dj, 'Last Bus Home'), 'requests-accept');
    await expect(titles(ama)).toHaveText(['Wet Paint', 'Last Bus Home'], AT_ONCE);
    await dj.getByRole('button', { name: say('requests-move', { title: 'Last Bus Home' }), exact: true }).press('ArrowUp');
    for (const page of [fan, ama, guest]) await expect(titles(page)).toHaveText(['Last Bus Home', 'Wet Paint'], AT_ONCE);
    const handle = dj.getByRole('button', { name: say('requests-move', { title: 'Wet Paint' }), exact: true });
    const [from, to] = [await handle.boundingBox(), await upNext(dj).getByRole('listitem').first().boundingBox()];
    await dj.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await dj.mouse.down();
    await dj.mouse.move(to.x + 40, to.y + 20, { steps: 6 });
    await dj.mouse.up();
    for (const page of [fan, ama, guest]) await expect(titles(page)).toHaveText(['Wet Paint', 'Last Bus Home'], AT_ONCE);
  });

  await test.step('looked at', async () => {
    await ask(fan, 'light', 'First Light');
    for (const [page, name] of [[fan, 'requests'], [dj, 'console']]) {
      for (const [size, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
        await page.setViewportSize(viewport);
        await settle(page);
        await expectNoSidewaysScroll(page);
        await photograph(page, `${name}-lively-${size}`);
      }
      await expectAccessible(page);
    }
  });

  await test.step('played, refused, taken back', async () => {
    await press(consoleRow(dj, 'Wet Paint'), 'requests-play');
    for (const page of [fan, ama, guest]) await expect(titles(page)).toHaveText(['Last Bus Home', 'First Light'], AT_ONCE);
    await expect(guest.getByRole('region', { name: say('requests-played'), exact: true })).toContainText('Wet Paint');
    const row = consoleRow(dj, 'Last Bus Home');
    await row.getByText(say('requests-refuse'), { exact: true }).first().click();
    await row.getByLabel(say('requests-reason'), { exact: true }).fill('It was on last week');
    await press(row, 'requests-refuse');
    for (const page of [fan, ama, guest]) await expect(titles(page)).toHaveText(['First Light'], AT_ONCE);
    await expect(fan.getByRole('region', { name: say('requests-not-now'), exact: true })).toContainText('It was on last week');
    await expect(ama.getByRole('region', { name: say('requests-not-now'), exact: true })).toHaveCount(0);
    await request(fan, 'First Light').getByRole('button', { name: say('requests-withdraw'), exact: true }).click();
    for (const page of [fan, ama, guest]) await expect(titles(page)).toHaveCount(0, AT_ONCE);
  });

  await test.step('the rules say no, and why', async () => {
    await search(ama, 'wet paint');
    await found(ama, 'Wet Paint').getByRole('button', { name: say('requests-ask-for', { title: 'Wet Paint' }), exact: true }).click();
    await expect(ama.getByRole('alert')).toContainText(/3 hours|18\d|17\d/);
    await dj.getByLabel(say('requests-open'), { exact: true }).uncheck();
    await press(dj, 'common-save');
    await expect(dj.getByText(say('requests-rules-saved'), { exact: true })).toBeVisible();
    await ama.reload();
    await expect(ama.getByText(say('requests-refused-closed'), { exact: true })).toBeVisible();
  });
});
