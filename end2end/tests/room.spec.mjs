// The room with several people in it at once: what each says, everybody has at once, once and in order.

import { PHONE, expectAccessible, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, FAN, arriveAs, mainLink } from '../fixtures/people.mjs';
import { AMA, AT_ONCE, choose, enter, field, FIRE, join, log, message, openSheet, reaction, sendButton, words, write } from '../fixtures/room.mjs';
import { expect, hydrated, open, testAlone as test } from '../fixtures/test.mjs';
import { say, saying } from '../fixtures/words.mjs';

const roomOf = (page) => page.locator('form input[name=room]').inputValue();

// Says something without the page; `false` when it was refused.
async function post(page, room, text) {
  const answer = await page.request.post('/api/say', { form: { room, text }, headers: { accept: 'application/json' } });
  return !(await answer.text()).includes('Refused');
}

test('two fans and a DJ talk, and each has it at once', async ({ page: fan, newVisitor }) => {
  const [ama, dj] = [await newVisitor(), await newVisitor()];
  await join(ama, AMA);
  await Promise.all([enter(fan, FAN), enter(ama), enter(dj, DJ)]);
  const everybody = [fan, ama, dj];

  await test.step('what is said', async () => {
    await write(fan, 'First in the room');
    for (const page of everybody) await expect(message(page, 'First in the room')).toContainText(FAN.name, AT_ONCE);
    await write(ama, 'Louder in the kitchen\nhttps://hectic.example/dub. @Front Row');
    for (const page of everybody) await expect(message(page, 'Louder in the kitchen')).toContainText(AMA.name, AT_ONCE);
    await write(dj, 'Dub plate after this one');
    for (const page of everybody) {
      await expect(message(page, 'Dub plate')).toContainText(say('accounts-role-admin'), AT_ONCE);
      await expect(words(page)).toHaveCount(3);
    }
    const link = message(fan, 'Louder').getByRole('link', { name: 'https://hectic.example/dub', exact: true });
    await expect(link).toHaveAttribute('rel', /nofollow.*noopener/);
    await expect(message(fan, 'Louder').getByText('@Front Row', { exact: true })).toHaveClass(/--me/);
    await expect(message(ama, 'First in').locator('time')).toHaveText(/^\d\d:\d\d$/);
  });

  await test.step('who types', async () => {
    await field(ama).pressSequentially('wait');
    await expect(fan.getByText(say('chat-typing-one', { name: AMA.name }), { exact: true })).toBeVisible();
    await expect(ama.getByText(say('chat-typing-one', { name: AMA.name }), { exact: true })).toHaveCount(0);
    await field(ama).fill('');
    await expect(fan.getByText(say('chat-typing-one', { name: AMA.name }), { exact: true })).toHaveCount(0);
  });

  await test.step('reactions', async () => {
    const sheet = await openSheet(ama, 'First in the room');
    await sheet.getByRole('button', { name: say('chat-react', { emoji: FIRE }), exact: true }).click();
    await expect(reaction(ama, 'First in')).toHaveAttribute('aria-pressed', 'true', AT_ONCE);
    await expect(reaction(fan, 'First in')).toHaveAttribute('aria-pressed', 'false', AT_ONCE);
    await reaction(fan, 'First in').click();
    for (const page of everybody) await expect(reaction(page, 'First in')).toContainText('2', AT_ONCE);
    await expect(reaction(fan, 'First in')).toBeFocused();
    await reaction(ama, 'First in').click();
    await expect(reaction(fan, 'First in')).toContainText('1', AT_ONCE);
    await expect(reaction(ama, 'First in')).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('an answer', async () => {
    await choose(fan, 'Dub plate', 'chat-answer');
    await expect(fan.getByText(say('chat-answering', { name: DJ.name }), { exact: true })).toBeVisible();
    await expect(field(fan)).toBeFocused();
    await write(fan, 'We are ready');
    for (const page of everybody) await expect(message(page, 'We are ready')).toContainText('Dub plate after this one', AT_ONCE);
    await expect(fan.getByText(say('chat-answering', { name: DJ.name }), { exact: true })).toHaveCount(0);
  });

  await test.step('a change of mind', async () => {
    await field(fan).press('ArrowUp');
    await expect(field(fan)).toHaveValue('We are ready');
    await field(fan).press('Escape');
    await expect(field(fan)).toHaveValue('');
    await field(fan).press('ArrowUp');
    await write(fan, 'We are so ready');
    for (const page of everybody) {
      await expect(message(page, 'We are so ready')).toContainText(say('chat-edited'), AT_ONCE);
      await expect(words(page)).toHaveCount(4);
    }
  });

  await test.step('a DJ deletes', async () => {
    await choose(dj, 'We are so ready', 'chat-delete');
    await dj.getByRole('dialog').getByRole('button', { name: say('chat-delete'), exact: true }).click();
    for (const page of everybody) {
      await expect(message(page, say('chat-deleted'))).toHaveCount(1, AT_ONCE);
      await expect(page.getByText('We are so ready')).toHaveCount(0);
    }
  });

  await test.step('the same after a reload', async () => {
    const before = await words(fan).allTextContents();
    await fan.reload();
    await hydrated(fan);
    expect(await words(fan).allTextContents()).toEqual(before);
    await expect(reaction(fan, 'First in')).toHaveAttribute('aria-pressed', 'true');
  });
});

test('what is written while the line is cut arrives once and in order, for everybody', async ({ page: fan, newVisitor, complaints }) => {
  complaints.expect(/WebSocket connection to/);
  complaints.expect(/net::ERR_/);
  const dj = await newVisitor();
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(fan, 'Zero');
  await expect(message(dj, 'Zero')).toBeVisible(AT_ONCE);

  await field(fan).fill('One');
  await fan.context().setOffline(true);
  await field(fan).press('Enter');
  await write(fan, 'Two');
  await write(fan, 'Three');
  await expect(fan.getByText(say('chat-sending'), { exact: true })).toHaveCount(3);
  await expect(fan.getByText(say('chat-offline'), { exact: true })).toBeVisible();
  await write(dj, 'Meanwhile');
  await fan.context().setOffline(false);

  for (const page of [fan, dj]) await expect(words(page)).toHaveText(['Zero', 'Meanwhile', 'One', 'Two', 'Three']);
  await expect(fan.getByText(say('chat-sending'), { exact: true })).toHaveCount(0);
  await expect(fan.getByText(say('chat-offline'), { exact: true })).toHaveCount(0);
});

test('a message whose answer is lost is not said twice', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor();
  let cuts = 0;
  await fan.routeWebSocket(/\/socket$/, (tab) => {
    const server = tab.connectToServer();
    let cut = false;
    tab.onMessage((text) => {
      server.send(text);
      // It reaches the server, and then nothing comes back: twice.
      if (String(text).startsWith('{"post"') && cuts < 2) {
        cuts += 1;
        cut = true;
        setTimeout(() => tab.close({ code: 4000 }), 200);
      }
    });
    server.onMessage((text) => {
      if (!cut) tab.send(text);
    });
  });
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(fan, 'One');
  await write(fan, 'Two');
  await write(fan, 'Three');
  for (const page of [fan, dj]) await expect(words(page)).toHaveText(['One', 'Two', 'Three']);
  await expect(fan.getByText(say('chat-sending'), { exact: true })).toHaveCount(0);
  expect(cuts).toBe(2);
});

test('what had not got out when the page was left goes out on the way back', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor();
  let through = false;
  await fan.routeWebSocket(/\/socket$/, (tab) => {
    const server = tab.connectToServer();
    tab.onMessage((text) => {
      if (through || !String(text).startsWith('{"post"')) server.send(text);
    });
  });
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(fan, 'For later');
  await expect(fan.getByText(say('chat-sending'), { exact: true })).toBeVisible();
  await mainLink(fan, 'nav-mixes').click();
  await expect(log(fan)).toHaveCount(0);
  through = true;
  await mainLink(fan, 'nav-live').click();
  await expect(message(dj, 'For later')).toBeVisible();
  await expect(words(fan)).toHaveText(['For later']);
});

test('after a restart of the server the room goes on by itself', async ({ page: fan, ownServer, newVisitor, complaints }) => {
  complaints.expect(/WebSocket connection to/);
  complaints.expect(/net::ERR_/);
  const dj = await newVisitor();
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await ownServer.kill();
  await expect(fan.getByText(say('chat-connecting'), { exact: true })).toBeVisible();
  await write(fan, 'Still here');
  await ownServer.start();
  await expect(message(dj, 'Still here')).toBeVisible({ timeout: 30_000 });
  await expect(words(fan)).toHaveText(['Still here']);
});

test('a banned fan is out at once, and back when it is lifted', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor();
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  const room = await roomOf(fan);
  await write(fan, 'Rude words');
  await choose(dj, 'Rude words', 'chat-ban');
  const question = dj.getByRole('dialog').getByText(say('chat-ban-ask', { name: FAN.name }), { exact: true });
  await expect(question).toBeVisible();
  await dj.getByRole('dialog').getByRole('button', { name: say('chat-ban'), exact: true }).click();

  await expect(fan.getByText(say('chat-out-banned'), { exact: true })).toBeVisible(AT_ONCE);
  await expect(field(fan)).toHaveCount(0);
  await expect(dj.getByText(say('chat-note-banned', { name: FAN.name }), { exact: true })).toBeVisible(AT_ONCE);
  expect(await post(fan, room, 'More of them')).toBe(false);
  await fan.reload();
  await hydrated(fan);
  await expect(fan.getByText(say('chat-out-banned'), { exact: true })).toBeVisible();
  await expect(field(fan)).toHaveCount(0);

  await dj.getByRole('button', { name: say('common-undo'), exact: true }).click();
  await expect(dj.getByText(say('chat-note-lifted', { name: FAN.name }), { exact: true })).toBeVisible();
  await enter(fan);
  await write(fan, 'Sorry');
  await expect(message(dj, 'Sorry')).toBeVisible(AT_ONCE);
  await expect(message(dj, 'More of them')).toHaveCount(0);
});

test('somebody who is timed out reads on and is told until when', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor();
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(fan, 'Spoilers');
  await choose(dj, 'Spoilers', 'chat-time-out-minutes');
  await expect(fan.getByText(saying('chat-timed-out-until'))).toBeVisible(AT_ONCE);
  await expect(field(fan)).toHaveCount(0);
  await write(dj, 'Ten minutes of peace');
  await expect(message(fan, 'Ten minutes of peace')).toBeVisible(AT_ONCE);
  await dj.getByRole('button', { name: say('common-undo'), exact: true }).click();
  await expect(field(fan)).toBeVisible();
});

test('what was said before comes without a jump, and the newest is announced to who reads further up', async ({ page: fan, newVisitor }) => {
  test.setTimeout(180_000);
  const [ama, dj] = [await newVisitor(), await newVisitor()];
  await join(ama, AMA);
  await Promise.all([arriveAs(fan, FAN), arriveAs(dj, DJ)]);
  await open(fan, '/live');
  const room = await roomOf(fan);
  for (let number = 1; number <= 60; number += 1) {
    const who = [fan, ama, dj][number % 3];
    // Nobody may write faster than people do.
    await expect.poll(() => post(who, room, `Message ${number} of sixty`), { intervals: [500], timeout: 30_000 }).toBe(true);
  }
  await enter(fan);
  await expect(words(fan)).toHaveCount(50);
  await expect(message(fan, 'Message 60 of')).toBeInViewport();

  // Near the first row the earlier ones come by themselves, and what is read stays where it is.
  const place = () => message(fan, 'Message 11 of').evaluate((row) => row.getBoundingClientRect().top);
  const moved = await message(fan, 'Message 11 of').evaluate(async (row) => {
    row.scrollIntoView({ block: 'center' });
    const before = row.getBoundingClientRect().top;
    let worst = 0;
    for (let frame = 0; frame < 600 && !row.parentElement.firstElementChild.textContent.includes('Message 1 of'); frame += 1) {
      await new Promise((next) => requestAnimationFrame(next));
      worst = Math.max(worst, Math.abs(row.getBoundingClientRect().top - before));
    }
    return worst;
  });
  expect(moved).toBeLessThan(3);
  await expect(words(fan).first()).toHaveText('Message 1 of sixty');
  await expect(fan.getByRole('button', { name: say('chat-earlier'), exact: true })).toHaveCount(0);

  const still = await place();
  await expect.poll(() => post(dj, room, 'The newest of all'), { intervals: [500], timeout: 30_000 }).toBe(true);
  const news = fan.locator('.room__news');
  await expect(news).toBeVisible();
  expect(Math.abs((await place()) - still)).toBeLessThan(3);
  await news.click();
  await expect(message(fan, 'The newest of all')).toBeInViewport();
  await expect(news).toHaveCount(0);

  await test.step('what came since the last visit is marked', async () => {
    await open(fan, '/mixes');
    await expect.poll(() => post(dj, room, 'While you were away'), { intervals: [500], timeout: 30_000 }).toBe(true);
    await enter(fan);
    const mark = fan.getByText(say('chat-since-last'), { exact: true });
    await expect(mark).toBeVisible();
    await expect(fan.locator('.room__new + .chat-message')).toContainText('While you were away');
    await open(fan, '/mixes');
    await enter(fan);
    await expect(mark).toHaveCount(0);
  });

  await test.step('a moment of the past is gone to, and back', async () => {
    await fan.getByRole('button', { name: say('chat-go-to'), exact: true }).click();
    const dialog = fan.getByRole('dialog', { name: say('chat-go-to'), exact: true });
    await dialog.getByLabel(say('chat-go-to'), { exact: true }).fill('2020-01-01T00:00');
    await dialog.getByRole('button', { name: say('chat-go'), exact: true }).click();
    await expect(message(fan, 'Message 1 of')).toBeFocused();
    await expect(message(fan, 'Message 1 of')).toBeInViewport();
    await expect.poll(() => post(dj, room, 'Meanwhile'), { intervals: [500], timeout: 30_000 }).toBe(true);
    await expect(news).toHaveText(/1|One/);
    await news.click();
    await expect(message(fan, 'Meanwhile')).toBeInViewport();
    await expect(news).toHaveCount(0);
  });
});

test('a message that is too long stays in the composer with the reason', async ({ page: fan }) => {
  await enter(fan, FAN);
  const long = 'a'.repeat(501);
  await field(fan).fill(long);
  await expect(fan.getByText(say('chat-count', { count: 501, most: 500 }), { exact: true })).toBeVisible();
  await field(fan).press('Enter');
  await expect(field(fan)).toHaveAccessibleDescription(say('chat-refused-too-long', { most: 500 }));
  await expect(field(fan)).toHaveValue(long);
  await field(fan).fill('short');
  await field(fan).press('Shift+Enter');
  await field(fan).pressSequentially('and wide');
  await sendButton(fan).click();
  await expect(words(fan)).toHaveText(['short\nand wide']);
});

test('without scripts the room is read, and written in by a plain form', async ({ page: dj, newVisitor }) => {
  await enter(dj, DJ);
  const plain = await newVisitor({ javaScriptEnabled: false });
  await arriveAs(plain, FAN);
  await plain.goto('/live');
  await expect(plain.getByText(say('chat-empty'), { exact: true })).toBeVisible();
  await field(plain).fill('By hand');
  await sendButton(plain).click();
  await expect(plain).toHaveURL((url) => url.pathname === '/live');
  await expect(message(plain, 'By hand')).toContainText(FAN.name);
  await expect(message(dj, 'By hand')).toBeVisible(AT_ONCE);
  await expect(field(plain)).toHaveValue('');

  const long = 'b'.repeat(501);
  await field(plain).fill(long);
  await sendButton(plain).click();
  await expect(field(plain)).toHaveAccessibleDescription(say('chat-refused-too-long', { most: 500 }));
  await expect(field(plain)).toHaveValue(long);
  await expect(words(plain)).toHaveCount(1);
});

test('a guest reads along', async ({ page: guest, newVisitor }) => {
  const dj = await newVisitor();
  await Promise.all([enter(guest), enter(dj, DJ)]);
  await expect(guest.getByText(say('chat-empty'), { exact: true })).toBeVisible();
  await write(dj, 'Doors are open');
  await expect(message(guest, 'Doors are open')).toBeVisible(AT_ONCE);
  await expect(guest.getByText(say('chat-empty'), { exact: true })).toHaveCount(0);
  await expect(field(guest)).toHaveCount(0);
  await expect(guest.getByRole('main').getByRole('link', { name: say('accounts-sign-in'), exact: true })).toHaveAttribute('href', '/sign-in');
  await expect(message(guest, 'Doors are open').getByRole('button')).toHaveCount(0);
});

for (const theme of ['dark', 'light']) {
  test(`a lively room is for everybody, in ${theme} and on a phone`, async ({ page: dj, newVisitor, baseURL }) => {
    const fan = await newVisitor({ viewport: PHONE, reducedMotion: 'reduce' });
    await fan.context().addCookies([{ name: 'theme', value: theme, url: baseURL }]);
    await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
    await write(dj, 'See https://hectic.example/a/very/long/address/that/goes/on/and/on/for/as/long/as/it/likes @Front Row');
    await choose(fan, 'See https', 'chat-answer');
    await write(fan, 'On my way');
    const sheet = await openSheet(fan, 'On my way');
    await expect(sheet).toBeVisible();
    await expectAccessible(fan);
    await sheet.getByRole('button', { name: say('chat-react', { emoji: FIRE }), exact: true }).click();
    await expect(reaction(fan, 'On my way')).toBeVisible();
    await choose(fan, 'On my way', 'chat-edit');
    await expect(fan.getByText(say('chat-editing'), { exact: true })).toBeVisible();
    await settle(fan);
    await expectNoSidewaysScroll(fan);
    await expectAccessible(fan);
    // The composer is never under the bar.
    const [composer, bar] = await Promise.all([fan.locator('form.composer').boundingBox(), fan.locator('footer.bar').boundingBox()]);
    expect(composer.y + composer.height).toBeLessThanOrEqual(bar.y);
  });
}
