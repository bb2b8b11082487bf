// The packed release on an empty path: unpacked, migrated, seeded, served, and heard.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { expectSound, playButtonOf } from '../fixtures/listening.mjs';
import { expect, open, test } from '../fixtures/test.mjs';

const run = promisify(execFile);

// Nothing of the surroundings may help it.
const bare = { PATH: process.env.PATH, HOME: tmpdir() };

test('what is packed starts on an empty path, and plays', async ({ page }) => {
  // A build without optimisation writes, encodes and analyses twelve pieces before anything is to be seen.
  test.setTimeout(600_000);
  const archive = process.env.HECTIC_DIST;
  expect(archive, 'HECTIC_DIST names the archive; `cargo xtask test` packs it').toBeTruthy();
  const place = await mkdtemp(join(tmpdir(), 'hectic-dist-'));
  await run('tar', ['--extract', '--file', archive, '--directory', place]);
  const [name] = await readdir(place);
  const folder = join(place, name);
  const beside = ['DEPLOYMENT.md', 'LICENSE-MIT', 'THIRD-PARTY.txt', 'hectic.example.toml', 'hectic.service', 'nginx.conf', 'locales', 'site'];
  expect(await readdir(folder)).toEqual(expect.arrayContaining(beside));
  const program = join(folder, 'hectic');
  await run('cp', [join(folder, 'hectic.example.toml'), join(folder, 'hectic.toml')]);
  await run(program, ['migrate'], { cwd: folder, env: bare });
  await run(program, ['seed', '--demo'], { cwd: folder, env: bare, maxBuffer: 16 * 1024 * 1024 });
  const server = spawn(program, ['serve', '--listen', '127.0.0.1:0'], { cwd: folder, env: bare, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const address = await new Promise((resolve, reject) => {
      createInterface({ input: server.stdout }).on('line', (line) => {
        const said = /^Hectic serves at (http:\/\/\S+)$/.exec(line);
        if (said) resolve(said[1]);
      });
      server.on('exit', (code) => reject(new Error(`it ended with ${code}`)));
    });
    await open(page, `${address}/mixes/concrete-orchard`);
    await playButtonOf(page, 'Concrete Orchard').click();
    await expectSound(page);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(place, { recursive: true, force: true });
  }
});
