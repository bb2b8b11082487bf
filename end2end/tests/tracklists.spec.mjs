// A tracklist from the DJ's clipboard to the listener's ear: pasted, dragged, nudged, tapped, saved, played by chapter, shared.

import { expectLoaded, expectSilence, expectSound, letGo, playButtonOf, player, secondsIn, audio } from '../fixtures/listening.mjs';
import { DJ, arriveAs } from '../fixtures/people.mjs';
import { expect, hydrated, open, test } from '../fixtures/test.mjs';
import { mixRow } from '../fixtures/uploading.mjs';
import { say } from '../fixtures/words.mjs';

const LIST = '0:00 Concrete Lullaby - Intro\n0:20 Marlow & Kerr - Red Lights Only [Tarmac]\n0:40 ID - ID\nCold Aggregate - Skip Hire';

const button = (scope, id, values) => scope.getByRole('button', { name: say(id, values), exact: true });
const times = (page) => page.getByRole('region', { name: say('studio-tracks'), exact: true }).locator('.tracks-edit__time');

async function listOf(page, title) {
  await arriveAs(page, DJ);
  await open(page, '/studio');
  await mixRow(page, title).getByRole('link', { name: say('studio-edit'), exact: true }).click();
  await page.getByRole('link', { name: say('studio-tracklist'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('studio-tracklist'), exact: true })).toBeVisible();
}

async function paste(page, text) {
  await page.getByLabel(say('studio-tracks-paste'), { exact: true }).fill(text);
  await button(page, 'studio-tracks-read-button').click();
}

async function save(page) {
  const answered = page.waitForResponse(/\/api\/save-tracklist/);
  await button(page, 'common-save').click();
  expect((await answered).ok()).toBe(true);
  // An earlier save may still be on screen.
  await expect(page.getByText(say('studio-tracks-saved'), { exact: true }).last()).toBeVisible();
}

test('a pasted list becomes chapters that play, are shown and are jumped between', async ({ page, newVisitor }) => {
  await listOf(page, 'Amber Signal');
  await paste(page, LIST);
  await expect(times(page)).toHaveCount(4);
  await expect(times(page).nth(1)).toHaveValue('0:20.0');
  await save(page);

  const listener = await newVisitor();
  await open(listener, '/mixes/amber-signal');
  const tracks = listener.getByRole('region', { name: say('mixes-tracklist'), exact: true });
  await expect(tracks.getByRole('listitem')).toHaveCount(4);
  await tracks.getByRole('link', { name: '0:20', exact: true }).click();
  await expectSound(listener);
  await expectLoaded(listener);
  await expect.poll(() => secondsIn(listener)).toBeGreaterThanOrEqual(20);
  await expect(tracks.getByRole('listitem').nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(player(listener).getByText('Marlow & Kerr – Red Lights Only').filter({ visible: true })).toBeVisible();
  await button(player(listener), 'player-next').click();
  await expect(tracks.getByRole('listitem').nth(2)).toHaveAttribute('aria-current', 'true');
  await letGo(listener);
  await listener.keyboard.press('p');
  await expect(tracks.getByRole('listitem').nth(1)).toHaveAttribute('aria-current', 'true');
});

test('a start is dragged on the wave and nudged by keys, and lands where it is put', async ({ page }) => {
  await listOf(page, 'Sunday Steppers');
  await paste(page, '0:00 A - One\n0:30 B - Two');
  await expect(times(page)).toHaveCount(2);
  await save(page);
  const flag = page.locator('.mark').nth(1);
  await flag.scrollIntoViewIfNeeded();
  const wave = await page.locator('.marks').boundingBox();
  const from = await flag.boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(wave.x + wave.width * 0.25, from.y + 10, { steps: 8 });
  await page.mouse.up();
  const shown = async () => (await times(page).nth(1).inputValue()).split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  const length = Number(await page.evaluate(() => document.querySelector('.close input').max));
  expect(length).toBeGreaterThan(0);
  const dragged = await shown();
  expect(dragged).not.toBe(30);
  const close = page.getByRole('slider', { name: say('studio-track-move', { title: 'B – Two' }), exact: true });
  await close.focus();
  await close.press('ArrowRight');
  await expect.poll(shown).toBeCloseTo(dragged + 0.1, 1);
  await close.press('ArrowLeft');
  await close.press('ArrowLeft');
  await expect.poll(shown).toBeCloseTo(dragged - 0.1, 1);
  await save(page);
  await page.reload();
  await hydrated(page);
  await expect.poll(shown).toBeCloseTo(dragged - 0.1, 1);
});

test('tracks are tapped along while listening', async ({ page }) => {
  await listOf(page, 'Sunday Steppers');
  await paste(page, 'A - One\nB - Two');
  await expect(times(page).first()).toHaveValue('');
  await playButtonOf(page, 'Sunday Steppers').click();
  await expectSound(page);
  await button(page, 'studio-tap').click();
  await expect(times(page).first()).not.toHaveValue('');
  await expect(times(page).nth(1)).toHaveValue('');
});

test('a time that is none, and a track without a name, are said beside what is wrong; nothing is lost', async ({ page }) => {
  await listOf(page, 'Concrete Orchard');
  await paste(page, '0:00 A - One\n9:59:00 B - Two');
  await button(page, 'common-save').click();
  await expect(page.getByRole('alert').filter({ hasText: say('studio-refused-past-the-end', { row: 2 }) })).toBeVisible();
  await times(page).nth(1).fill('half past');
  await times(page).nth(1).blur();
  await expect(times(page).nth(1)).toHaveAttribute('aria-invalid', 'true');
  await expect(times(page).nth(1)).toHaveValue('half past');
  await button(page, 'studio-track-remove', { title: 'B – Two' }).click();
  await expect(times(page)).toHaveCount(1);
  await page.locator('.toast').filter({ hasText: say('studio-track-removed', { title: 'B – Two' }) }).getByRole('button', { name: say('common-undo') }).click();
  await expect(times(page)).toHaveCount(2);
});

test('a CUE sheet is read from a file', async ({ page }) => {
  await listOf(page, 'Concrete Orchard');
  const sheet = 'PERFORMER "Danny"\nTITLE "Set"\nFILE "set.mp3" MP3\n  TRACK 01 AUDIO\n    TITLE "Öne"\n    INDEX 01 00:05:00\n';
  // As DJ programs on Windows write it.
  const bytes = Buffer.from(sheet, 'latin1');
  await page.getByLabel(say('studio-tracks-file'), { exact: true }).setInputFiles({ name: 'set.cue', mimeType: 'application/x-cue', buffer: bytes });
  await expect(times(page)).toHaveCount(1);
  await expect(times(page).first()).toHaveValue('0:05.0');
  await expect(page.locator('.tracks-edit__title').first()).toHaveValue('Öne');
});

test('without scripts the list is pasted, saved and heard from its moment', async ({ page, newVisitor }) => {
  await arriveAs(page, DJ);
  const quiet = await newVisitor({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const html = await (await page.request.get('/studio')).text();
  const address = /\/studio\/mixes\/[0-9a-f-]{36}/.exec(html)[0];
  await quiet.goto(`${address}/tracklist`);
  await quiet.getByLabel(say('studio-tracks-paste'), { exact: true }).fill('0:00 A - Plain Post\n0:10 B - Second');
  await button(quiet, 'studio-tracks-read-button').click();
  await expect(quiet.getByLabel(say('studio-tracks-paste'), { exact: true })).toHaveValue(/Plain Post/);
  await quiet.goto(address);
  await quiet.getByRole('link', { name: say('studio-see-page'), exact: true }).click();
  await quiet.getByRole('region', { name: say('mixes-tracklist'), exact: true }).getByRole('link', { name: '0:10', exact: true }).click();
  await expect(quiet.locator('audio[controls] source').first()).toHaveAttribute('src', /#t=10$/);
});

test('a shared moment begins there', async ({ page }) => {
  await open(page, '/mixes/concrete-orchard?t=0:42');
  await playButtonOf(page, 'Concrete Orchard').click();
  await expectSound(page);
  await expect.poll(() => secondsIn(page)).toBeGreaterThanOrEqual(42);
});

test.describe('listening closely', () => {
  async function playing(page) {
    await open(page, '/mixes/concrete-orchard');
    await playButtonOf(page, 'Concrete Orchard').click();
    await expectSound(page);
    await expectLoaded(page);
    await button(player(page), 'player-tuning').click();
    return page.getByRole('dialog', { name: say('player-tuning'), exact: true });
  }

  test('the speed changes and the pitch stays', async ({ page }) => {
    const panel = await playing(page);
    await panel.getByLabel(say('player-speed'), { exact: true }).selectOption('150');
    await expect.poll(() => audio(page).evaluate((element) => [element.playbackRate, element.preservesPitch])).toEqual([1.5, true]);
  });

  test('a loop goes round between A and B until it is ended', async ({ page }) => {
    const panel = await playing(page);
    const from = await secondsIn(page);
    await button(panel, 'player-loop-a').click();
    await expect.poll(() => secondsIn(page)).toBeGreaterThan(from + 2);
    // Where the sound was when it went back, and where it went.
    const round = audio(page).evaluate(
      (element) =>
        new Promise((resolve) => {
          let before = element.currentTime;
          const look = () => {
            const now = element.currentTime;
            if (now < before - 0.5) return resolve([before, now]);
            before = now;
            requestAnimationFrame(look);
          };
          look();
        }),
    );
    await button(panel, 'player-loop-b').click();
    const [end, begin] = await round;
    // The player marks what its clock shows, and a browser moves that every quarter of a second.
    expect(begin).toBeGreaterThanOrEqual(from - 0.3);
    expect(begin).toBeLessThan(end - 1);
    await button(panel, 'player-loop-clear').click();
    await expect.poll(() => secondsIn(page)).toBeGreaterThan(end + 0.5);
  });

  test('the sound stops by itself at the end of the mix', async ({ page }) => {
    const panel = await playing(page);
    await panel.getByLabel(say('player-sleep'), { exact: true }).selectOption('mix');
    await page.keyboard.press('Escape');
    await audio(page).evaluate((element) => {
      element.currentTime = element.duration - 1;
    });
    await expectSilence(page);
  });
});

test('the queue is put in order by keys and by hand', async ({ page }) => {
  const titles = ['Concrete Orchard', 'Sunday Steppers', 'Amber Signal'];
  await open(page, '/mixes');
  await playButtonOf(page, titles[0]).click();
  await expectSound(page);
  for (const path of ['/mixes/sunday-steppers', '/mixes/amber-signal']) {
    await open(page, path);
    await button(page, 'player-enqueue').click();
    await expect(page.getByText(say('player-queued'), { exact: true })).toBeVisible();
  }
  await button(player(page), 'player-queue').click();
  const rows = page.getByRole('dialog', { name: say('player-queue'), exact: true }).getByRole('listitem');
  const order = () => rows.locator('.queue__title').allTextContents();
  await expect.poll(order).toEqual(titles);
  const handle = (title) => button(page, 'player-queue-move', { title });
  await handle(titles[2]).press('ArrowUp');
  await expect.poll(order).toEqual([titles[0], titles[2], titles[1]]);
  await expect(handle(titles[2])).toBeFocused();
  const [from, to] = [await handle(titles[1]).boundingBox(), await rows.first().boundingBox()];
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, to.y + to.height / 2, { steps: 10 });
  await page.mouse.up();
  await expect.poll(order).toEqual([titles[1], titles[0], titles[2]]);
  await expect(rows.nth(1), 'what plays goes on').toHaveAttribute('aria-current', 'true');
});
