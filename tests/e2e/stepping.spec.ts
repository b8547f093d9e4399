/** The player only moves a cursor over a run: a step looks the same on every visit. */
import type { StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

/** The page's content at each step, from the first to the last. */
async function walkForward(stage: StageDriver): Promise<string[]> {
  await stage.control('firstStep').click();
  await stage.isAt(1);
  const last = await stage.last();
  const pictures = [await stage.picture()];
  for (let step = 2; step <= last; step += 1) {
    await stage.next();
    await stage.isAt(step);
    pictures.push(await stage.picture());
  }
  return pictures;
}

for (const run of ['a run without faults', 'a crashed and restarted run', 'a stateless run'] as const) {
  test(`stepping back through ${run} shows exactly the same steps`, async ({ stage }) => {
    await stage.open();
    if (run === 'a stateless run') await stage.chooseMode('stateless');
    if (run === 'a crashed and restarted run') {
      await stage.crash(1);
      await stage.next();
      await stage.next();
      await stage.restart(1);
      await stage.isAt(7);
    }
    const forward = await walkForward(stage);
    expect(new Set(forward).size).toBe(forward.length);
    for (let step = forward.length - 1; step >= 1; step -= 1) {
      await stage.back();
      await stage.isAt(step);
      await expect.poll(() => stage.picture(), `step ${step}`).toBe(forward[step - 1]);
    }
  });
}

test('a crash changes no earlier step, except the run’s length', async ({ stage }) => {
  /** The run's length can change, the other mode's column with it, and Undo becomes available. */
  const seen = (picture: string) =>
    picture
      .split('\n')
      .filter((line) => !/slider|Step \d+ of|^\s*- row|[Ff]uture|Undo|Redo/.test(line))
      .join('\n');
  await stage.open();
  const before = (await walkForward(stage)).slice(0, 6).map(seen);
  await stage.slider.focus();
  await stage.slider.fill('6');
  await stage.isAt(6);
  await stage.crash(1);
  await stage.isAt(7);
  for (let step = 6; step >= 1; step -= 1) {
    await stage.back();
    await stage.isAt(step);
    await expect.poll(async () => seen(await stage.picture()), `step ${step}`).toBe(before[step - 1]);
  }
});

test('a crash given again at an earlier step replaces the later one', async ({ stage }) => {
  await stage.open();
  await stage.slider.fill('6');
  await stage.crash(1);
  await stage.isAt(7);
  await stage.slider.fill('3');
  await stage.isAt(3);
  await stage.crash(2);
  await stage.isAt(4);
  await stage.toTheEnd();
  await expect(stage.steps).not.toContainText('Server 1 crashes');
  await expect(stage.steps).toContainText('Server 2 crashes');
  await expect(stage.caption).toContainText('paid');
});

test('with all servers down the load balancer responds with a 503, and a restarted server is empty', async ({
  stage,
}) => {
  await stage.open();
  for (const server of [1, 2, 3]) await stage.crash(server);
  await stage.isAt(6);
  await stage.next();
  await stage.next();
  await stage.isAt(8);
  await expect(stage.caption).toContainText('No server is available. “503 No server available”');
  await expect(stage.presentItem).toContainText('Load balancer answers Client: 503.');
  await expect(stage.presentRow).toContainText('503');
  expect((await stage.score(stage.words.requestsFailed))[0]).toBe('1');

  await stage.restart(1);
  await stage.isAt(9);
  await expect(stage.caption).toContainText('Server 1 is back, with an empty memory.');
  await expect(stage.memoryOf(1)).toContainText('Empty');
  await expect(stage.memoryOf(1).getByRole('listitem')).toHaveCount(0);
  await expect(stage.button('Crash Server 1')).toBeVisible();
  await stage.toTheEnd();
  await expect(stage.caption).toContainText('What, and how many?');
  await expect(stage.presentItem).toContainText('Server 1 answers');
});

test('the slider moves to any step, and marks no later ones', async ({ stage, page }) => {
  await stage.open();
  await stage.crash(1);
  await stage.toTheEnd();
  const marks = page.locator('[data-mark]');
  await expect(marks.first()).toBeVisible();
  await stage.slider.fill('2');
  await stage.isAt(2);
  await expect(marks).toHaveCount(0);
  await expect(stage.drawing.locator('[data-row]')).toHaveCount(2);
  await expect(stage.steps.getByRole('listitem')).toHaveCount(2);
  await expect(stage.memoryOf(1)).toContainText('Laptop');
  expect(await stage.score(stage.words.sessionsLost)).toEqual(['0', '0']);
});

test('starting over returns to the opening, and keeps the earlier branch', async ({ stage, page }) => {
  await stage.open();
  await stage.crash(1);
  await stage.toTheEnd();
  await stage.control('startOver').click();
  await stage.isAt(3);
  await expect(stage.steps).not.toContainText('crashes');
  await expect(stage.memoryOf(1)).toContainText('Laptop');
  await expect(page.locator('[data-branch="3"]')).toHaveCount(1);
  await stage.button('Other future, 1/2').click();
  await stage.toTheEnd();
  await expect(stage.steps).toContainText('Server 1 crashes');
});

test('a crash is undone and redone, by button and by key, and its branch can be removed', async ({
  stage,
  page,
}) => {
  const branches = page.getByRole('group', { name: 'Futures', exact: true });
  await stage.open();
  await expect(branches).toHaveCount(0);
  await stage.crash(1);
  await stage.isAt(4);
  await stage.toTheEnd();
  await stage.button('Undo').click();
  await stage.isAt(3);
  await expect(stage.button('Crash Server 1')).toBeVisible();
  await page.keyboard.press('Shift+Z');
  await stage.isAt(4);
  await expect(stage.button('Restart Server 1')).toBeVisible();
  await page.keyboard.press('z');
  await stage.isAt(3);
  await page.keyboard.press('o');
  await expect(stage.button('Other future, 2/2')).toBeVisible();
  await stage.next();
  await expect(stage.button('Restart Server 1')).toBeVisible();
  await stage.button('Remove this future').click();
  await expect(stage.button('Other future, 1/1')).toBeVisible();
  await expect(stage.button('Crash Server 1')).toBeVisible();
  await page.keyboard.press('z');
  await expect(stage.button('Other future, 2/2')).toBeVisible();
});

test('a reload keeps all branches', async ({ stage, page }) => {
  await stage.open();
  await stage.crash(1);
  await stage.isAt(4);
  await stage.button('Undo').click();
  await stage.isAt(3);
  await expect(page).toHaveURL(/step=3/);
  await stage.reload();
  await stage.button('Other future, 1/2').click();
  await stage.next();
  await expect(stage.button('Restart Server 1')).toBeVisible();
});

test('later steps are shown in grey only on request', async ({ stage, page }) => {
  await stage.open();
  const future = page.locator('[data-future]');
  const eye = page.getByRole('button', { name: stage.words.showFuture });
  await expect(future).toHaveCount(0);
  await page.keyboard.press('KeyG');
  await expect(eye).toHaveAttribute('aria-pressed', 'true');
  await expect(future).toHaveCount((await stage.last()) - 3);
  await stage.next();
  await stage.isAt(4);
  await expect(future).toHaveCount((await stage.last()) - 4);
  // Only in the diagram: the list of steps ends at the present step.
  await expect(page.getByRole('list', { name: stage.words.steps }).getByRole('listitem')).toHaveCount(4);
  await eye.click();
  await expect(future).toHaveCount(0);
});
