import { expect, test } from '../support/stage-test.ts';
test.describe('clock', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });
  test('x', async ({ stage, page }) => {
    await page.clock.install({ time: 0 });
    await stage.open();
    await page.clock.pauseAt(100_000);
    await stage.next();
    await expect(stage.packet).toHaveCount(1);
    await page.clock.runFor(650);
    await expect(stage.packet).toHaveCount(1);
    await page.clock.runFor(60);
    await expect(stage.packet).toHaveCount(0);
    await stage.next();
    await expect(stage.packet).toHaveCount(1);
    await stage.next();
    await expect(stage.packet).toHaveCount(0);
    await stage.isAt(5);
    await stage.crash(1);
    await stage.isAt(6);
    console.log(await stage.memoryOf(1).innerHTML());
    await page.clock.runFor(800);
    console.log(await stage.memoryOf(1).innerHTML());
  });
  test('slow', async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/assets\/index-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  console.time('a');
  await page.goto('./', { waitUntil: 'commit' });
  console.timeLog('a');
  const m = page.getByText('Statescope could not start.');
  await expect(m).toBeAttached();
  for (let i=0;i<8;i++) { console.timeLog('a', await m.isVisible(), await m.evaluate(e => [getComputedStyle(e).visibility, e.parentElement!.className, document.getAnimations().map(a=>a.playState+a.currentTime), document.styleSheets.length, document.readyState])); await page.waitForTimeout(800); }
  letGo();
  });
});
