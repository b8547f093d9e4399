/** Many crashes on a short slider: each mark stays readable and can be reached by pointer. */
import type { StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const CRASHES = 6;

/** A server crashes and restarts again and again, and the run is shown to its end. */
async function openWithCrashes(stage: StageDriver): Promise<void> {
  const { keyboard } = stage.page;
  await stage.open();
  for (let round = 0; round < CRASHES; round += 1) {
    await keyboard.press('1');
    await keyboard.press('1');
    await keyboard.press('ArrowRight');
  }
  await keyboard.press('End');
}

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('marks that would overlap are one sign with their number, and a press goes through them', async ({
  stage,
  page,
}) => {
  await openWithCrashes(stage);
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

test.describe('with a mouse', () => {
  test.use({ viewport: { width: 1366, height: 768 }, hasTouch: false });

  test('a click beside a sign goes to the step there, and one on the thumb moves nothing', async ({
    stage,
    page,
  }) => {
    await openWithCrashes(stage);
    const slider = await stage.slider.boundingBox();
    const sign = await page.locator('[data-mark]').first().boundingBox();
    if (slider === null || sign === null) throw new Error('There is no sign on a slider.');
    const y = slider.y + slider.height / 2;
    const middle = sign.x + sign.width / 2;

    await page.mouse.click(middle, y);
    const marked = Number(await stage.slider.inputValue());
    await page.keyboard.press('End');
    const last = Number(await stage.slider.inputValue());
    const stepPx = slider.width / (last - 1);
    // A step's place can be far from its neighbours, so this is the nearest step to the click.
    await page.mouse.click(middle + 11, y);
    const there = Number(await stage.slider.inputValue());
    expect(there).toBeGreaterThanOrEqual(marked);
    expect(there - marked).toBeLessThanOrEqual(Math.ceil(11 / stepPx));

    // The thumb right after a sign: a press on its middle, and nothing jumps back.
    await page.keyboard.press('Home');
    while (Number(await stage.slider.inputValue()) < marked + 1) await page.keyboard.press('ArrowRight');
    const thumb = await page.locator('[data-thumb]').boundingBox();
    if (thumb === null) throw new Error('The slider has no thumb.');
    await page.mouse.click(thumb.x + thumb.width / 2, y);
    await expect(stage.slider).toHaveValue(String(marked + 1));
  });
});
