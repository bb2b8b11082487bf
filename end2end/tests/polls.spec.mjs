// A moderator asks the room, and everybody sees what it says.

import { PHONE, expectAccessible, expectNoSidewaysScroll, settle } from '../fixtures/looking.mjs';
import { DJ, FAN, arriveAs } from '../fixtures/people.mjs';
import { AMA, AT_ONCE, enter, field, join } from '../fixtures/room.mjs';
import { expect, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

const QUESTION = 'What comes next?';
const poll = (page) => page.getByRole('region', { name: QUESTION, exact: true });
const option = (page, text) => poll(page).getByRole('button', { name: new RegExp(`^${text}`) });

async function ask(dj) {
  await field(dj).fill(`/poll ${QUESTION}`);
  await field(dj).press('Enter');
  const dialog = dj.getByRole('dialog', { name: say('polls-new'), exact: true });
  await expect(dialog.getByLabel(say('polls-question'), { exact: true })).toHaveValue(QUESTION);
  const options = dialog.getByLabel(say('polls-options'), { exact: true });
  await options.fill('Dub');
  await dialog.getByRole('button', { name: say('polls-ask'), exact: true }).click();
  await expect(dialog.getByText(say('polls-refused-too-few-options', { least: 2 })).first()).toBeVisible();
  await options.fill('Dub\nAcid\nSilence');
  await settle(dj);
  await expectAccessible(dj);
  await dialog.getByRole('button', { name: say('polls-ask'), exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('a moderator asks, two fans answer, and everybody sees it counted at once', async ({ page: fan, newVisitor, complaints }) => {
  // The browser's own, when it drops the transition between two pages; the page is there all the same.
  complaints.expect(/Transition was aborted because of invalid state/);
  const [ama, dj] = [await newVisitor({ hasTouch: true }), await newVisitor()];
  await join(ama, AMA);
  await ama.setViewportSize(PHONE);
  await Promise.all([enter(fan, FAN), enter(ama), enter(dj, DJ)]);
  await ask(dj);
  for (const page of [fan, ama, dj]) await expect(option(page, 'Acid')).toBeVisible(AT_ONCE);
  await option(fan, 'Acid').click();
  await expect(option(fan, 'Acid')).toHaveAttribute('aria-pressed', 'true');
  await expect(option(fan, 'Acid')).toContainText(say('polls-result', { percent: 100, votes: 1 }));
  await option(ama, 'Dub').tap();
  await expect(option(fan, 'Dub')).toContainText(say('polls-result', { percent: 50, votes: 1 }), AT_ONCE);
  await expect(option(dj, 'Dub'), 'who has not chosen is not told').not.toContainText('%');
  for (const page of [fan, ama]) {
    await settle(page);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await option(ama, 'Acid').tap();
  await expect(option(fan, 'Acid')).toContainText(say('polls-result', { percent: 100, votes: 2 }), AT_ONCE);
  await poll(ama).getByRole('button', { name: say('polls-take-back'), exact: true }).tap();
  await expect(option(fan, 'Acid')).toContainText(say('polls-result', { percent: 100, votes: 1 }), AT_ONCE);

  await poll(dj).getByRole('button', { name: say('polls-close'), exact: true }).click();
  for (const page of [fan, ama, dj]) {
    await expect(poll(page).getByText(say('polls-over'), { exact: true })).toBeVisible(AT_ONCE);
    await expect(poll(page).getByText(say('polls-result', { percent: 100, votes: 1 }))).toBeVisible();
  }
  await poll(fan).getByRole('button', { name: say('polls-put-away'), exact: true }).click();
  await expect(poll(fan)).toHaveCount(0);
});

test('without scripts a poll is read and answered by a plain form, and a guest sees how it stands', async ({ page: dj, newVisitor }) => {
  await enter(dj, DJ);
  await ask(dj);
  const [plain, guest] = [await newVisitor({ javaScriptEnabled: false }), await newVisitor({ javaScriptEnabled: false })];
  await arriveAs(plain, FAN);
  await plain.goto('/live');
  await option(plain, 'Silence').click();
  await expect(plain).toHaveURL((url) => url.pathname === '/live');
  await expect(option(plain, 'Silence')).toHaveAttribute('aria-pressed', 'true');
  await guest.goto('/live');
  await expect(poll(guest).getByText(say('polls-result', { percent: 100, votes: 1 }))).toBeVisible();
  await expect(poll(guest).getByRole('button')).toHaveCount(0);
  await option(dj, 'Silence').click();
  await expect(option(dj, 'Silence')).toContainText(say('polls-result', { percent: 100, votes: 2 }));
});
