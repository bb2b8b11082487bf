// Finding a mix by how it sounds: every choice is an address that can be kept, sent on and gone back from.

import { expect, open, testAlone as test } from '../fixtures/test.mjs';
import { say } from '../fixtures/words.mjs';

// What the cards of the page say: title, pace and key.
async function shown(page) {
  const cards = await page.locator('main .mix-card').evaluateAll((cards) =>
    cards.map((card) => ({
      title: card.querySelector('.mix-card__link').textContent,
      facts: card.querySelector('.mix-card__meta').textContent,
    })),
  );
  return cards.map(({ title, facts }) => ({
    title,
    bpm: Number(/(\d+) BPM/.exec(facts)?.[1]),
    key: /\b(\d{1,2}[AB])\b/.exec(facts)?.[1],
  }));
}

const titles = (cards) => cards.map((card) => card.title).sort();

async function expectShown(page, cards) {
  expect(cards.length).toBeGreaterThan(0);
  await expect.poll(async () => titles(await shown(page))).toEqual(titles(cards));
}

// The same key, its neighbours on the wheel of keys, and its relative.
function neighbours(key) {
  const [number, side] = [Number.parseInt(key, 10), key.at(-1)];
  return [key, `${(number % 12) + 1}${side}`, `${((number + 10) % 12) + 1}${side}`, `${number}${side === 'A' ? 'B' : 'A'}`];
}

const field = (page, id) => page.getByLabel(say(id), { exact: true });
const show = (page) => page.getByRole('button', { name: say('mixes-filter'), exact: true }).click();
const bySound = (page) => page.locator('summary', { hasText: say('mixes-by-sound') });

async function everyMix(page) {
  await open(page, '/mixes');
  const all = await shown(page);
  expect(all.length).toBeGreaterThanOrEqual(12);
  for (const { title, bpm, key } of all) {
    expect(Number.isFinite(bpm), title).toBe(true);
    expect(key, title).toMatch(/^\d+[AB]$/);
  }
  return all;
}

test('pace, key and its neighbours narrow the list together, and the address keeps them', async ({ page, newVisitor }) => {
  const all = await everyMix(page);
  const pair = all.flatMap((a) => all.map((b) => [a, b])).find(([a, b]) => a.key !== b.key && neighbours(a.key).includes(b.key));
  const { key } = pair[0];
  const [from, to] = pair.map((card) => card.bpm).sort((a, b) => a - b);
  const inPace = (card) => card.bpm >= from && card.bpm <= to;

  await bySound(page).click();
  await field(page, 'mixes-bpm-from').fill(String(from));
  await field(page, 'mixes-bpm-to').fill(String(to));
  await show(page);
  await expectShown(page, all.filter(inPace));

  await field(page, 'mixes-key').selectOption(key);
  await show(page);
  await expectShown(page, all.filter((card) => inPace(card) && card.key === key));

  await field(page, 'mixes-harmonic').check();
  await show(page);
  const wanted = all.filter((card) => inPace(card) && neighbours(key).includes(card.key));
  expect(wanted.length).toBeGreaterThan(1);
  await expectShown(page, wanted);
  const address = new URL(page.url());
  expect(Object.fromEntries([...address.searchParams].filter(([, value]) => value))).toMatchObject({ from: String(from), to: String(to), key });

  // Somebody else opens the address and finds the same, with the choices as they were made.
  const friend = await newVisitor();
  await open(friend, address.pathname + address.search);
  await expectShown(friend, wanted);
  await expect(field(friend, 'mixes-bpm-from')).toHaveValue(String(from));
  await expect(field(friend, 'mixes-bpm-to')).toHaveValue(String(to));
  await expect(field(friend, 'mixes-key')).toHaveValue(key);
  await expect(field(friend, 'mixes-harmonic')).toBeChecked();

  await page.goBack();
  await expectShown(page, all.filter((card) => inPace(card) && card.key === key));
  await expect(field(page, 'mixes-harmonic')).not.toBeChecked();
});

test('every mix is calm, moving or driving, and only one of them', async ({ page, newVisitor }) => {
  const all = await everyMix(page);
  const friend = await newVisitor();
  const found = [];
  await bySound(page).click();
  for (const energy of ['calm', 'moving', 'driving']) {
    await field(page, 'mixes-energy').selectOption(energy);
    await show(page);
    await expect(page).toHaveURL((url) => url.searchParams.get('energy') === energy);
    await open(friend, `/mixes?energy=${energy}`);
    await expect(field(friend, 'mixes-energy')).toHaveValue(energy);
    const these = titles(await shown(friend));
    await expect.poll(async () => titles(await shown(page))).toEqual(these);
    found.push(...these);
  }
  expect(found.sort()).toEqual(titles(all));
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the same form filters, and what nothing matches says so and leads back', async ({ page }) => {
    await page.goto('/mixes');
    const all = await shown(page);
    const slowest = Math.min(...all.map((card) => card.bpm));
    await bySound(page).click();
    await field(page, 'mixes-bpm-to').fill(String(slowest));
    await show(page);
    await expectShown(page, all.filter((card) => card.bpm === slowest));
    await field(page, 'mixes-bpm-to').fill(String(slowest - 1));
    await show(page);
    await expect(page.getByText(say('mixes-empty-title'), { exact: true })).toBeVisible();
    await page.getByRole('link', { name: say('mixes-clear') }).click();
    await expectShown(page, all);
  });
});
