/** Address, history and screen agree, and no run is lost: after Back, Forward, a reload, and opening something else. */
import type { Page } from '@playwright/test';
import { drop } from '../support/drop.ts';
import { crash, whenAnswered } from '../support/scenario.ts';
import { addressOf, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

async function crashIsShown(stage: StageDriver): Promise<void> {
  await expect(stage.button('Restart Server 1')).toBeVisible();
}

test('a command survives a reload right after it', async ({ stage, page }) => {
  await stage.open();
  for (const [key, shown] of [
    ['1', 'Restart Server 1'],
    ['2', 'Restart Server 2'],
    ['1', 'Crash Server 1'],
  ] as const) {
    await page.keyboard.press(key);
    // In the page, because the reload must come in the same moment as the command's result.
    await page.evaluate(async (name) => {
      while (document.querySelector(`button[aria-label="${name}"]`) === null)
        await new Promise(requestAnimationFrame);
      location.reload();
    }, shown);
    await page.waitForLoadState();
    await stage.isReady();
    await expect(stage.button(shown)).toBeVisible();
  }
});

test('a command that waits for the simulation survives a reload', async ({ stage, page }) => {
  // It never arrives.
  await page.route('**/simulation-*.js', () => {});
  await stage.open();
  await page.keyboard.press('1');
  await page.unroute('**/simulation-*.js');
  await page.reload();
  await crashIsShown(stage);
});

test('the address is that of the stage after Forward to the guide and Escape', async ({ stage, page }) => {
  await stage.open({ lesson: 'clerk' });
  await stage.button('Lesson').click();
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible();
  await page.keyboard.press('Escape');
  await stage.isReady();
  await stage.crash(1);
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight');
  const shown = await stage.present();
  await page.goForward();
  await expect(page).toHaveURL(/page=lessons.*#run=/);
  await expect(page.getByRole('heading', { name: 'Lessons' })).toBeVisible();
  await page.keyboard.press('Escape');
  await stage.isAt(shown);
  await expect(page).toHaveURL(new RegExp(`step=${shown}(&|#).*run=`));
  await stage.reload();
  await stage.isAt(shown);
  await crashIsShown(stage);
});

for (const [way, goBack] of [
  ['Back', (page: Page) => page.goBack()],
  ['Undo', (page: Page) => page.keyboard.press('z')],
] as const) {
  test(`${way} leads from an opened run file to the reader’s own run`, async ({ stage, page }) => {
    await stage.open();
    await stage.crash(1);
    await stage.next();
    const shown = await stage.present();
    const link = '?lesson=shared-store&step=2';
    await drop(page, 'run.statescope.json', JSON.stringify({ statescope: 1, link }));
    await expect(page).toHaveURL(/lesson=shared-store/);
    await stage.isReady();
    await stage.isAt(2);
    await goBack(page);
    await expect(page).toHaveURL(/lesson=clerk/);
    await stage.isAt(shown);
    await crashIsShown(stage);
    await page.goForward();
    await expect(page).toHaveURL(/lesson=shared-store/);
    await stage.isAt(2);
  });

  test(`${way} leads from another lesson to the reader’s own run`, async ({ stage, page }) => {
    await stage.open();
    await stage.crash(1);
    await stage.next();
    const shown = await stage.present();
    await stage.button('Lesson').click();
    await page.locator('a[href*="lesson=session-cookie"]').first().click();
    await stage.isReady();
    await expect(page).not.toHaveURL(/lesson=clerk/);
    await goBack(page);
    await expect(page).toHaveURL(/lesson=clerk/);
    await stage.isAt(shown);
    await crashIsShown(stage);
  });

  test(`${way} leads from an imported diagram to the run`, async ({ stage, page }) => {
    await stage.open();
    await stage.crash(1);
    const shown = await stage.present();
    await drop(page, 'a.mmd', 'sequenceDiagram\na->>b: one\nb->>a: two\n');
    await expect(stage.slider).toHaveAttribute('max', '2');
    await goBack(page);
    await stage.isAt(shown);
    await crashIsShown(stage);
  });
}

test('a link pasted over the address opens, and Back returns to the run before', async ({ stage, page }) => {
  const query = { lesson: 'clerk', strategy: 'server-memory', step: '4' };
  await stage.open(query);
  await stage.crash(2);
  await page.goto(addressOf(query, { commands: [crash('server-1', whenAnswered('client/1'))] }));
  await expect(stage.caption).toContainText('Server 1 crashes.');
  await page.goBack();
  await expect(stage.button('Restart Server 2')).toBeVisible();
  await expect(stage.button('Crash Server 1')).toBeVisible();
});

test('the history entry stays small, however many futures there are', async ({ stage, page }) => {
  await stage.open();
  for (let round = 0; round < 12; round += 1) {
    await page.keyboard.press(String(1 + (round % 3)));
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('ArrowLeft');
  }
  const futures = await page.getByRole('group', { name: stage.words.branches }).textContent();
  await stage.reload();
  await expect(page.getByRole('group', { name: stage.words.branches })).toHaveText(futures ?? '');
  expect(await page.evaluate(() => JSON.stringify(history.state).length)).toBeLessThan(200);
});
