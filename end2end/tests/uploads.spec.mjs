// Files on their way in: pauses, reloads, a server that is killed, and files that aren't what they say.

import { readFile } from 'node:fs/promises';
import { LONG_MIX, PLAIN_WAVE } from '../fixtures/media.mjs';
import { DJ, arriveAs } from '../fixtures/people.mjs';
import { expect, hydrated, open, test, testAlone } from '../fixtures/test.mjs';
import { PIECE_BYTES, choose, expectReady, fileNamed, holdAfter, mixRow, progressOf, slowDown, stepOf, traffic, uploadRow } from '../fixtures/uploading.mjs';
import { say, saying } from '../fixtures/words.mjs';

// Fast enough for a test, slow enough that a piece is a second on its way.
const SLOW = 4_000_000;

const piecesOf = async (path) => Math.ceil((await readFile(path)).length / PIECE_BYTES);
const uploadButton = (page, name, id) => uploadRow(page, name).getByRole('button', { name: say(id), exact: true });

async function enterStudio(page) {
  await arriveAs(page, DJ);
  await open(page, '/studio');
}

test('a paused upload waits, goes on and arrives once', async ({ page }, testInfo) => {
  const file = await fileNamed(testInfo, 'paused_wave.wav', PLAIN_WAVE);
  await enterStudio(page);
  const sent = traffic(page);
  const { held, release } = await holdAfter(page, 1);
  await choose(page, file);
  await held;
  await uploadButton(page, 'paused_wave.wav', 'studio-pause').click();
  await expect(uploadRow(page, 'paused_wave.wav')).toContainText(say('studio-upload-paused'));
  const answered = page.waitForResponse((response) => response.request().method() === 'PATCH');
  release();
  await answered;
  await uploadButton(page, 'paused_wave.wav', 'studio-resume').click();
  await expectReady(page, 'paused wave');
  await expect(uploadRow(page, 'paused_wave.wav')).toHaveCount(0);
  expect(sent.created).toBe(1);
  expect(sent.offsets).toEqual(Array.from({ length: await piecesOf(file) }, (_, index) => index * PIECE_BYTES));
});

test('pausing and going on at once sends one file, not two', async ({ page }, testInfo) => {
  const file = await fileNamed(testInfo, 'restless_wave.wav', PLAIN_WAVE);
  await enterStudio(page);
  const sent = traffic(page);
  const { held, release } = await holdAfter(page, 1);
  await choose(page, file);
  await held;
  await uploadButton(page, 'restless_wave.wav', 'studio-pause').click();
  await uploadButton(page, 'restless_wave.wav', 'studio-resume').click();
  release();
  await expectReady(page, 'restless wave');
  await expect(mixRow(page, 'restless wave')).toHaveCount(1);
  expect(sent.created).toBe(1);
  expect(sent.offsets).toEqual(Array.from({ length: await piecesOf(file) }, (_, index) => index * PIECE_BYTES));
});

test('several files arrive side by side', async ({ page }, testInfo) => {
  const names = ['side_a.wav', 'side_b.wav'];
  const files = await Promise.all(names.map((name) => fileNamed(testInfo, name, PLAIN_WAVE)));
  await enterStudio(page);
  await choose(page, files);
  await expectReady(page, 'side a');
  await expectReady(page, 'side b');
});

test('after a reload in mid-upload the same file goes on from what arrived', async ({ page }, testInfo) => {
  const file = await fileNamed(testInfo, 'reloaded_wave.wav', PLAIN_WAVE);
  await enterStudio(page);
  const before = traffic(page);
  const { held, release } = await holdAfter(page, 2);
  await choose(page, file);
  await held;
  // The reload cancels the piece that is held.
  await page.reload();
  release();
  await hydrated(page);
  await expect(mixRow(page, 'reloaded wave')).toContainText(saying('studio-interrupted'));
  const sentBefore = before.offsets.length;
  await choose(page, file);
  await expectReady(page, 'reloaded wave');
  await expect(mixRow(page, 'reloaded wave')).toHaveCount(1);
  expect(before.created).toBe(1);
  // The held piece never left; what came before it is not sent again.
  expect(before.offsets[sentBefore]).toBe(2 * PIECE_BYTES);
});

test('an upload goes on while the DJ walks around the site', async ({ page }, testInfo) => {
  const file = await fileNamed(testInfo, 'walking_wave.wav', PLAIN_WAVE);
  await enterStudio(page);
  const { held, release } = await holdAfter(page, 2);
  await choose(page, file);
  await held;
  const main = page.getByRole('navigation', { name: say('nav-main'), exact: true });
  await main.getByRole('link', { name: say('nav-mixes'), exact: true }).click();
  await expect(page).toHaveURL('/mixes');
  release();
  await main.getByRole('link', { name: say('nav-studio'), exact: true }).click();
  await expectReady(page, 'walking wave');
});

test('a renamed program is declined in words and leaves nothing behind', async ({ page, complaints }) => {
  // tus answers by status, and the browser notes it.
  complaints.expect(/status of 415 /);
  await enterStudio(page);
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.from('This program cannot be run in DOS mode. '.repeat(4_000))]);
  await choose(page, { name: 'banger.mp3', mimeType: 'audio/mpeg', buffer: program });
  await expect(uploadRow(page, 'banger.mp3')).toContainText(say('mixes-upload-not-audio'));
  await uploadButton(page, 'banger.mp3', 'studio-upload-dismiss').click();
  await expect(uploadRow(page, 'banger.mp3')).toHaveCount(0);
  await open(page, '/studio');
  await expect(mixRow(page, 'banger')).toHaveCount(0);
});

test('an empty file is declined in words and leaves nothing behind', async ({ page, complaints }) => {
  complaints.expect(/status of 400 /);
  await enterStudio(page);
  await choose(page, { name: 'silence.mp3', mimeType: 'audio/mpeg', buffer: Buffer.alloc(0) });
  await expect(uploadRow(page, 'silence.mp3')).toContainText(say('mixes-upload-empty'));
  await open(page, '/studio');
  await expect(mixRow(page, 'silence')).toHaveCount(0);
});

test('a file that breaks off says so in the reader’s language', async ({ page, baseURL }) => {
  await page.context().addCookies([{ name: 'lang', value: 'es', url: baseURL }]);
  await arriveAs(page, DJ);
  await open(page, '/studio');
  const whole = await readFile(LONG_MIX.path);
  const drop = page.getByLabel(say('studio-drop', {}, 'es'), { exact: true });
  await drop.setInputFiles({ name: 'half_a_mix.mp3', mimeType: 'audio/mpeg', buffer: whole.subarray(0, whole.length / 2) });
  const row = page.getByRole('region', { name: say('nav-mixes', {}, 'es'), exact: true }).getByRole('listitem').filter({ hasText: 'half a mix' });
  await expect(row).toContainText(say('mixes-upload-truncated', {}, 'es'), { timeout: 60_000 });
});

test('a deleted mix comes back by Undo', async ({ page }, testInfo) => {
  const file = await fileNamed(testInfo, 'regretted_wave.wav', PLAIN_WAVE);
  await enterStudio(page);
  await choose(page, file);
  await expectReady(page, 'regretted wave');
  await mixRow(page, 'regretted wave').getByRole('button', { name: say('studio-delete', { title: 'regretted wave' }), exact: true }).click();
  await expect(mixRow(page, 'regretted wave')).toHaveCount(0);
  await page.getByRole('button', { name: say('common-undo'), exact: true }).click();
  await expect(mixRow(page, 'regretted wave')).toHaveCount(1);
});

testAlone('kill -9 in mid-upload: after the restart the upload goes on by itself and completes', async ({ page, ownServer, complaints }, testInfo) => {
  // The server is away for a while, and the browser notes that.
  complaints.expect(/net::ERR_/);
  const file = await fileNamed(testInfo, 'killed_wave.wav', PLAIN_WAVE);
  await enterStudio(page);
  await slowDown(page, SLOW);
  const sent = traffic(page);
  await choose(page, file);
  // Two pieces have arrived, the third is on its way.
  await expect.poll(() => sent.offsets.length, { intervals: [20] }).toBe(3);
  await ownServer.kill();
  await expect(uploadRow(page, 'killed_wave.wav')).toContainText(say('studio-upload-waiting'));
  expect(Number(await progressOf(page, 'killed_wave.wav').getAttribute('aria-valuenow'))).toBeGreaterThan(0);
  await ownServer.start();
  await expectReady(page, 'killed wave', 60_000);
  await expect(mixRow(page, 'killed wave')).toHaveCount(1);
  expect(sent.created).toBe(1);
  expect(sent.offsets.filter((offset) => offset === 0)).toHaveLength(1);
});

testAlone('kill -9 in mid-analysis: within 30 s of the restart the mix is ready', async ({ page, ownServer, complaints }) => {
  complaints.expect(/net::ERR_/);
  await enterStudio(page);
  const sent = traffic(page);
  await choose(page, LONG_MIX.path);
  await expect.poll(() => sent.mix).toBeDefined();
  await expect.poll(() => stepOf(page, sent.mix), { intervals: [20], timeout: 60_000 }).toBe('analysing');
  await ownServer.restart();
  await expect.poll(() => stepOf(page, sent.mix), { timeout: 30_000 }).toBe('ready');
  await open(page, '/studio');
  await expect(mixRow(page, LONG_MIX.title)).toContainText(LONG_MIX.duration);
});
