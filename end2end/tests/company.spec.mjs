// The company in the room: who is here, whom one would rather not hear, and what stands above it all.

import { PHONE, expectAccessible, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, FAN } from '../fixtures/people.mjs';
import { AT_ONCE, choose, enter, message, words, write } from '../fixtures/room.mjs';
import { expect, hydrated, open, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

test('who is here is told by name, and whom somebody hides is covered for them alone', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(fan, 'Same old record again');
  await write(dj, 'It is a classic');
  await expect(message(dj, 'Same old record')).toBeVisible();
  const count = dj.locator('.room__count');
  await count.click();
  const people = dj.getByRole('dialog', { name: say('chat-people'), exact: true });
  await expect(people.locator('.company__name')).toHaveText([DJ.name, FAN.name].map((name) => new RegExp(`^${name}`)));
  await settle(dj);
  await expectNoSidewaysScroll(dj);
  await expectAccessible(dj);
  await dj.keyboard.press('Escape');

  await choose(dj, 'Same old record', 'chat-mute');
  const covered = dj.locator('.chat-message--hidden');
  await expect(covered).toHaveCount(1);
  await expect(words(dj).filter({ hasText: 'Same old record' })).toBeHidden();
  await write(fan, 'Nobody hears me?');
  await expect(covered).toHaveCount(2);
  await settle(dj);
  await expectAccessible(dj);
  await covered.first().getByRole('button', { name: say('chat-look'), exact: true }).click();
  await expect(words(dj).filter({ hasText: 'Same old record' })).toBeVisible();
  await dj.reload();
  await hydrated(dj);
  await expect(covered).toHaveCount(2);
  await expect(words(fan).filter({ hasText: 'Same old record' })).toBeVisible();
  await count.click();
  await people.getByRole('button', { name: say('chat-show-of', { name: FAN.name }), exact: true }).click();
  await dj.keyboard.press('Escape');
  await expect(covered).toHaveCount(0);
});

test('what is pinned stands above the room and leads to its message', async ({ page: fan, newVisitor }) => {
  const dj = await newVisitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await Promise.all([enter(fan, FAN), enter(dj, DJ)]);
  await write(dj, 'Tonight at nine: three hours of dub');
  await choose(dj, 'Tonight at nine', 'chat-pin');
  const pin = (page) => page.getByRole('complementary', { name: say('chat-pinned'), exact: true });
  await expect(pin(fan)).toContainText('three hours of dub', AT_ONCE);
  await settle(dj);
  await expectNoSidewaysScroll(dj);
  await expectAccessible(dj);
  await pin(fan).getByRole('link').click();
  await expect(message(fan, 'three hours of dub')).toBeFocused();
  await open(fan, '/live');
  await expect(pin(fan)).toContainText('three hours of dub');
  await expect(pin(fan).getByRole('button')).toHaveCount(0);
  await pin(dj).getByRole('button', { name: say('chat-unpin'), exact: true }).click();
  await expect(pin(fan)).toHaveCount(0);
});
