// A folder on the server's disk comes in by the command line, while its DJ watches in the Studio.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RECORDINGS, WITH_CHAPTERS, fillLibrary } from '../fixtures/library.mjs';
import { PHONE, expectAccessible, expectNoIds, expectNoSidewaysScroll, photograph, settle } from '../fixtures/looking.mjs';
import { DJ, arriveAs } from '../fixtures/people.mjs';
import { command } from '../fixtures/server.mjs';
import { expect, open, testAlone } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const LONG = 240_000;

const bar = (page, source) => page.getByRole('progressbar', { name: say('studio-import-progress', { source }), exact: true });

testAlone('a folder of fifty comes in while its DJ watches, and one has chapters from its CUE sheet', async ({ page, ownServer, newVisitor, baseURL }, testInfo) => {
  testInfo.setTimeout(LONG);
  const folder = testInfo.outputPath('library');
  await fillLibrary(folder);
  await arriveAs(page, DJ);
  await open(page, '/studio/imports');
  await expect(page.getByText(say('studio-imports-empty'), { exact: true })).toBeVisible();

  const ended = command(['import', folder, '--dj', DJ.email, '--publish'], ownServer.data);
  const seen = new Set();
  const looking = async () => {
    const now = Number(await bar(page, folder).getAttribute('aria-valuenow'));
    seen.add(now);
    return now;
  };
  await expect(bar(page, folder)).toBeVisible({ timeout: LONG });
  await expect.poll(looking, { intervals: [200], timeout: LONG }).toBe(100);
  expect((await ended).code, (await ended).said).toBe(0);
  expect([...seen].filter((share) => share > 0 && share < 100).length, `progress was seen at ${[...seen]}`).toBeGreaterThan(1);

  const row = page.getByRole('listitem').filter({ hasText: folder });
  await expect(row).toContainText(say('studio-import-of', { seen: RECORDINGS, total: RECORDINGS }));
  await expect(row).toContainText(say('studio-import-done', { count: RECORDINGS }));
  await expect(row).toContainText(say('studio-import-state-ended'));
  await expect(row).not.toContainText('analysed', { timeout: LONG });

  await open(page, `/mixes/${WITH_CHAPTERS.slug}`);
  for (const track of WITH_CHAPTERS.tracks) await expect(page.getByText(track).first()).toBeVisible();

  // A second run finds nothing to do, and says which file can't come in.
  await writeFile(join(folder, 'broken.mp3'), 'MZ, and no music at all');
  const again = await command(['import', folder, '--dj', DJ.email], ownServer.data);
  expect(again.code, again.said).toBe(3);
  await page.setViewportSize(PHONE);
  await open(page, '/studio/imports');
  const second = page.getByRole('listitem').filter({ hasText: 'broken.mp3' }).first();
  await expect(second).toContainText(say('mixes-upload-not-audio'));
  await expect(second).toContainText(say('studio-import-skipped', { count: RECORDINGS }));
  await settle(page);
  await photograph(page, 'studio-imports-filled-phone');
  await expectNoIds(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  // Without scripts it is a plain list.
  const plain = await newVisitor({ javaScriptEnabled: false, baseURL });
  await arriveAs(plain, DJ);
  await plain.goto('/studio/imports');
  await expect(plain.getByText('broken.mp3')).toBeVisible();
  await expect(plain.getByText(say('studio-import-of', { seen: RECORDINGS, total: RECORDINGS })).first()).toBeVisible();
});
