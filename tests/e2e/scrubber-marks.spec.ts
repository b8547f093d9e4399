/** Many crashes on a short slider: each mark stays readable and can be reached by pointer. */
import { expect, test } from '../support/stage-test.ts';

const CRASHES = 6;

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('marks that would overlap are one sign with their number, and a press goes through them', async ({
  stage,
  page,
}) => {
  await stage.open();
  for (let round = 0; round < CRASHES; round += 1) {
    await page.keyboard.press('1');
    await page.keyboard.press('1');
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('End');
  const signs = page.locator('[data-mark]');
  await expect(signs.first()).toBeVisible();
  const drawn = await signs.evaluateAll((elements) =>
    elements.map((element) => {
      const { left, right } = element.getBoundingClientRect();
      const count = Number(element.querySelector('[data-mark-count]')?.textContent ?? 1);
      return { left, right, count };
    }),
  );
  // A crash and a restart in each round.
  expect(drawn.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(2 * CRASHES);
  drawn.slice(1).forEach(({ left }, index) => {
    expect(left).toBeGreaterThanOrEqual((drawn[index]?.right ?? 0) - 1);
  });

  const many = drawn.findIndex(({ count }) => count > 2);
  const sign = drawn[many];
  if (sign === undefined) throw new Error('No sign stands for several marks.');
  const slider = await stage.slider.boundingBox();
  if (slider === null) throw new Error('There is no slider.');
  const visited: number[] = [];
  for (let press = 0; press < sign.count; press += 1) {
    await page.mouse.click((sign.left + sign.right) / 2, slider.y + slider.height / 2);
    visited.push(Number(await stage.slider.inputValue()));
  }
  expect(new Set(visited).size).toBe(sign.count);
});
