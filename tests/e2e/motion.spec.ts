/** What moves, for how long, and for whom not. */
import type { StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const still = { reducedMotion: 'reduce' } as const;
const moving = { reducedMotion: 'no-preference' } as const;

/** What moves by itself on the page now: transforms and opacities, and the packet on its way. */
function motions(stage: StageDriver): Promise<string[]> {
  return stage.page.evaluate(() => {
    const running = document
      .getAnimations()
      .filter((each) => each.playState === 'running')
      .map((each) => (each.effect instanceof KeyframeEffect ? String(each.effect.target?.nodeName) : 'unknown'));
    const packets = [...document.querySelectorAll('[data-present=true] > circle')].map(() => 'packet');
    return [...running, ...packets];
  });
}


test.describe('with motion', () => {
  test.use({ contextOptions: moving });

  test('a message travels, and arrives', async ({ stage }) => {
    await stage.open();
    await stage.next();
    await expect(stage.packet).toHaveCount(1);
    await stage.isAt(4);
    await expect(stage.packet).toHaveCount(0);
    await stage.isAt(4);
  });

  test('Next in the middle of a motion finishes it, and only the next press steps', async ({ stage }) => {
    await stage.open();
    await slowDown(stage);
    await stage.next();
    await expect(stage.packet).toHaveCount(1);
    await stage.next();
    await expect(stage.packet).toHaveCount(0);
    await stage.isAt(4);
    await stage.next();
    await stage.isAt(5);
  });

  test('the same with a key; Previous goes back at once', async ({ stage, page }) => {
    await stage.open();
    await slowDown(stage);
    await page.keyboard.press('ArrowRight');
    await expect(stage.packet).toHaveCount(1);
    await page.keyboard.press('ArrowRight');
    await expect(stage.packet).toHaveCount(0);
    await stage.isAt(4);
    await page.keyboard.press('ArrowRight');
    await stage.isAt(5);
    await page.keyboard.press('ArrowLeft');
    await stage.isAt(4);
    await expect(stage.packet).toHaveCount(0);
  });

  test('going back, to an end, or to a step by the slider shows it finished', async ({ stage, page }) => {
    await stage.open();
    for (const key of ['ArrowLeft', 'End', 'Home', 'Shift+ArrowRight']) {
      await page.keyboard.press(key);
      await expect(stage.packet).toHaveCount(0);
    }
    await stage.slider.fill('5');
    await stage.isAt(5);
    await expect(stage.packet).toHaveCount(0);
  });

  test('who begins to prefer reduced motion gets it at once', async ({ stage, page }) => {
    await stage.open();
    await slowDown(stage);
    await stage.next();
    await expect(stage.packet).toHaveCount(1);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(stage.packet).toHaveCount(0);
    await stage.isAt(4);
    await stage.next();
    await stage.isAt(5);
    expect(await motions(stage)).toEqual([]);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await stage.next();
    await expect(stage.packet).toHaveCount(1);
  });

  test('playing goes on by itself to the end, pauses there, and begins anew from there', async ({ stage, page }) => {
    await stage.open({ step: '7' });
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
    await stage.control('play').click();
    await expect(stage.control('pause')).toBeVisible();
    await stage.isAt(9);
    await expect(stage.control('play')).toBeVisible();
    await stage.control('play').click();
    await expect(stage.control('pause')).toBeVisible();
    await stage.isAt(2);
    await stage.control('pause').click();
    await expect(stage.control('play')).toBeVisible();
  });

  test('a lost memory breaks and stays to be seen', async ({ stage }) => {
    await stage.open();
    await stage.crash(1);
    const chip = stage.memoryOf(1).getByRole('listitem');
    await expect(chip).toHaveAttribute('data-kind', 'lost');
    await expect(chip.locator('[data-side]')).toHaveCount(2);
    await stage.next();
    await expect(chip).toHaveAttribute('data-kind', 'lost');
  });
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: still });

  test('every step appears finished, and there are the same steps', async ({ stage }) => {
    await stage.open();
    await stage.crash(1);
    expect(await motions(stage)).toEqual([]);
    for (let step = 5; step <= 10; step += 1) {
      await stage.next();
      await stage.isAt(step);
      expect(await motions(stage), `step ${step}`).toEqual([]);
    }
  });
});
