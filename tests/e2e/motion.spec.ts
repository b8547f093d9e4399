/** What is animated and for how long, and that people who prefer reduced motion see no animation. */
import { motionMs } from '../../src/player/playback-clock.ts';
import type { StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const MOTION_MS = motionMs({ speed: 1 });

/** Current animations: transforms, opacities, and the message in flight. */
function motions(stage: StageDriver): Promise<string[]> {
  return stage.page.evaluate(() => {
    const running = document
      .getAnimations()
      .filter((each) => each.playState === 'running')
      .map((each) => (each.effect instanceof KeyframeEffect ? String(each.effect.target?.nodeName) : '?'));
    const packets = [...document.querySelectorAll('[data-present=true] > circle')].map(() => 'packet');
    return [...running, ...packets];
  });
}

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('a message travels and arrives', async ({ stage }) => {
    await stage.openWithTimeHeld();
    await stage.next();
    await stage.isAt(4);
    await stage.pass(MOTION_MS - 50);
    await expect(stage.packet).toHaveCount(1);
    await stage.pass(50);
    await expect(stage.packet).toHaveCount(0);
    await stage.pass(60_000);
    await stage.isAt(4);
  });

  test('the browser moves the message and what it brings, without a script for each frame', async ({
    stage,
    page,
  }) => {
    await stage.openWithTimeHeld();
    await stage.next();
    await stage.isAt(4);
    await stage.pass(50);
    const animated = () =>
      page.evaluate(
        () =>
          document
            .getAnimations()
            .filter((each) => !(each instanceof CSSTransition))
            .map(({ effect }) =>
              effect instanceof KeyframeEffect ? effect.getKeyframes().flatMap(Object.keys) : [],
            )
            .filter((properties) => properties.includes('transform')).length,
      );
    // The arrow and the packet.
    await expect.poll(animated).toBeGreaterThanOrEqual(2);
    // Script would write the place of each frame here.
    const place = await stage.packet.getAttribute('style');
    await stage.pass(200);
    expect(await stage.packet.getAttribute('style')).toBe(place);
  });

  test('Next during an animation completes it, and only the next press steps', async ({ stage, page }) => {
    await stage.openWithTimeHeld();
    const nexts = [
      () => stage.next(),
      () => page.keyboard.press('ArrowRight'),
      () => page.keyboard.press('PageDown'),
    ];
    for (const [index, next] of nexts.entries()) {
      await next();
      await stage.isAt(4 + index);
      await expect(stage.packet).toHaveCount(1);
      await next();
      await expect(stage.packet).toHaveCount(0);
      await stage.isAt(4 + index);
    }
  });

  test('stepping back, jumping to an end, and the slider show the step complete', async ({ stage, page }) => {
    await stage.openWithTimeHeld();
    await stage.next();
    await expect(stage.packet).toHaveCount(1);
    await page.keyboard.press('ArrowLeft');
    await stage.isAt(3);
    await expect(stage.packet).toHaveCount(0);
    for (const key of ['End', 'Home', 'Shift+ArrowRight']) {
      await page.keyboard.press(key);
      await expect(stage.packet).toHaveCount(0);
    }
    await stage.slider.fill('5');
    await stage.isAt(5);
    await expect(stage.packet).toHaveCount(0);
  });

  test('a change of the reduced-motion preference takes effect at once, both ways', async ({
    stage,
    page,
  }) => {
    await stage.openWithTimeHeld();
    await stage.next();
    await expect(stage.packet).toHaveCount(1);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect(stage.packet).toHaveCount(0);
    await stage.isAt(4);
    await stage.next();
    await stage.isAt(5);
    await expect(stage.packet).toHaveCount(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect(async () => {
      await stage.next();
      await expect(stage.packet).toHaveCount(1, { timeout: 500 });
    }).toPass();
  });

  test('playback continues to the end and pauses there, and Play restarts', async ({ stage }) => {
    await stage.openWithTimeHeld({ step: '7' });
    await stage.control('play').click();
    await expect(stage.control('pause')).toBeVisible();
    await stage.pass(60_000);
    await stage.isAt(9);
    await expect(stage.control('play')).toBeVisible();
    await stage.control('play').click();
    await stage.isAt(1);
    await expect(stage.control('pause')).toBeVisible();
    await stage.control('pause').click();
    await stage.pass(60_000);
    await stage.isAt(1);
  });

  test('a user’s step pauses playback', async ({ stage }) => {
    await stage.openWithTimeHeld();
    await stage.control('play').click();
    await stage.back();
    await expect(stage.control('play')).toBeVisible();
    await stage.pass(60_000);
    await stage.isAt(2);
  });

  test('a lost memory breaks, and stays visible', async ({ stage }) => {
    await stage.open();
    await stage.crash(1);
    const chip = stage.memoryOf(1).getByRole('listitem');
    await expect(chip).toHaveAttribute('data-kind', 'lost');
    await expect(chip.locator('[data-shard]')).toHaveCount(2);
    await stage.toTheEnd();
    await expect(chip).toHaveAttribute('data-kind', 'lost');
  });
});

test('with reduced motion, every step appears complete, and the steps are the same', async ({ stage }) => {
  await stage.open();
  await stage.crash(1);
  expect(await motions(stage)).toEqual([]);
  for (let step = 5; step <= 10; step += 1) {
    await stage.next();
    await stage.isAt(step);
    expect(await motions(stage), `step ${step}`).toEqual([]);
  }
  expect(await stage.last()).toBe(10);
});
