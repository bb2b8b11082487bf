// A room where ten thousand messages were said: scrolled through to its first, drawn a part at a time.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PHONE } from '../fixtures/looking.mjs';
import { DJ, FAN } from '../fixtures/people.mjs';
import { enter, field, log, message, words, write } from '../fixtures/room.mjs';
import { expect, open, testAlone as test } from '../fixtures/test.mjs';

const SAID = 10_000;
// Some windows' worth of rows; without a window it would be all of them.
const MOST_DRAWN = 250;

// People would take a day to say as much: it is written where the server keeps it, by another program's hand.
const FILL = `
import sqlite3, sys, uuid
db = sqlite3.connect(sys.argv[1], timeout=30)
said = int(sys.argv[2])
room, tenant, last, created = db.execute("select id, tenant_id, last_seq, created_at from rooms").fetchone()
author, = db.execute("select id from accounts limit 1").fetchone()
long = " and then it went on for longer than anybody thought it would, all the way through the night"
for number in range(1, said + 1):
    text = f"Message {number} of many" + (long if number % 7 == 0 else "")
    db.execute("insert into room_messages (id, tenant_id, room_id, seq, author_id, post_key, text, sent_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
               (uuid.uuid4().bytes, tenant, room, last + number, author, uuid.uuid4().bytes, text, created + number))
db.execute("update rooms set last_seq = ?", (last + said,))
db.commit()
`;

const drawn = (page) => log(page).locator('[data-seq]');
const place = (page, text) => message(page, text).first().evaluate((row) => row.getBoundingClientRect().top);

test('ten thousand messages are scrolled through, a part of them drawn at a time', async ({ page: fan, newVisitor, ownServer }) => {
  test.setTimeout(300_000);
  await open(fan, '/live');
  await promisify(execFile)('python3', ['-c', FILL, join(ownServer.data, 'hectic.db'), String(SAID)]);
  const dj = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await expect(message(fan, `Message ${SAID} of`)).toBeInViewport();

  // Up and up, a window at a time, as long as there is more.
  const most = await log(fan).evaluate(async (list) => {
    let most = 0;
    let still = 0;
    for (let before = 1; still < 60; ) {
      list.scrollBy(0, -list.clientHeight);
      await new Promise((next) => requestAnimationFrame(next));
      most = Math.max(most, list.querySelectorAll('[data-seq]').length);
      still = list.scrollTop === before ? still + 1 : 0;
      before = list.scrollTop;
    }
    return most;
  });
  expect(most).toBeLessThan(MOST_DRAWN);
  await expect(message(fan, 'Message 1 of').first()).toBeInViewport();
  const first = await words(fan).allTextContents();
  expect(first.map((text) => Number(/^Message (\d+) of/.exec(text)[1]))).toEqual(first.map((_, at) => at + 1));

  await test.step('what is read stays where it is while people talk and while rows come and go', async () => {
    const still = await place(fan, 'Message 5 of');
    await write(dj, 'Is anybody still reading?');
    await expect(fan.locator('.room__news')).toBeVisible();
    expect(Math.abs((await place(fan, 'Message 5 of')) - still)).toBeLessThan(3);
    const moved = await log(fan).evaluate(async (list) => {
      const frame = () => new Promise((next) => requestAnimationFrame(next));
      let worst = 0;
      for (let step = 0; step < 40; step += 1) {
        const edge = list.getBoundingClientRect().top;
        const row = [...list.querySelectorAll('[data-seq]')].find((one) => one.getBoundingClientRect().bottom > edge);
        const { top } = row.getBoundingClientRect();
        list.scrollBy(0, 150);
        await frame();
        await frame();
        worst = Math.max(worst, Math.abs(row.getBoundingClientRect().top - (top - 150)));
      }
      return worst;
    });
    expect(moved).toBeLessThan(3);
  });

  await test.step('and the newest is a press away', async () => {
    await fan.locator('.room__news').click();
    await expect(message(fan, 'Is anybody still reading?')).toBeInViewport();
    expect(await drawn(fan).count()).toBeLessThan(MOST_DRAWN);
    await field(fan).fill('Here!');
    await field(fan).press('Enter');
    await expect(message(dj, 'Here!')).toBeInViewport();
  });

  await test.step('the keyboard goes up too, and what had the focus does not take it away', async () => {
    await log(fan).focus();
    for (let press = 0; press < 6; press += 1) await fan.keyboard.press('PageUp');
    await expect(message(fan, 'Here!')).not.toBeInViewport();
    await expect(log(fan)).toBeFocused();
  });
});
