/** Inspecting a step, a node, or a memory entry; by pointer, touch and keys. */
import { violations } from '../support/axe.ts';
import { scripts } from '../support/scripts.ts';
import { languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

function panel(stage: StageDriver) {
  return stage.page.getByRole('region', { name: stage.words.message, exact: true });
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, locale: locales[language] });

    test('keys inspect a step without moving the cursor, and Escape returns', async ({ stage, page }) => {
      await stage.open();
      await page.keyboard.press('j');
      await expect(panel(stage)).toContainText(stage.words.lookingAt(`${stage.words.step} 2`));
      await expect(panel(stage)).toContainText('Via:');
      await expect(stage.drawing.locator('[data-mark=selected]')).toHaveAttribute('data-row', '1');
      await stage.isAt(3);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(panel(stage)).not.toContainText('Via:');
      await expect(stage.drawing.locator('[data-mark]')).toHaveCount(0);
      await stage.button(stage.words.inspectStep(1)).click();
      await stage.button(stage.words.goToStep(1)).click();
      await stage.isAt(1);
    });

    test('a chip opens in full, and so does a node’s whole memory', async ({ stage, page }) => {
      await stage.open();
      await stage.memoryOf(1).getByRole('listitem').click();
      await expect(panel(stage)).toContainText('"product": "laptop"');
      await stage.memoryOf(1).click({ position: { x: 5, y: 5 } });
      await expect(panel(stage).getByRole('listitem')).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
      await panel(stage)
        .getByRole('button', { name: stage.words.inspectStep(2), exact: true })
        .click();
      await expect(panel(stage)).toContainText(stage.words.lookingAt(`${stage.words.step} 2`));
      await stage.isAt(3);
    });
  });
}

test('a pressed arrow is inspected until the next step', async ({ stage }) => {
  await stage.open();
  await stage.drawing.locator('[data-row="0"]').click();
  await expect(panel(stage)).toContainText('GET /shop?product=laptop HTTP/1.1');
  await expect(panel(stage)).toContainText('The site that the request is for.');
  await stage.next();
  await expect(panel(stage)).not.toContainText('The site that the request is for.');
});

test('the causes of a question are marked on the stage and in the list', async ({ stage, page }) => {
  await stage.open();
  await stage.crash(1);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
  await panel(stage).getByText('Why?', { exact: true }).click();
  await stage.button('Highlight the causes').click();
  await expect(stage.steps.locator('[data-mark=cause]')).toHaveCount(4);
  await expect(stage.drawing.locator('[data-mark=cause]').first()).toBeAttached();
  await stage.next();
  await expect(stage.steps.locator('[data-mark=cause]')).toHaveCount(0);
});

test('the reason is in sight as soon as it opens, on every screen', async ({ stage, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await stage.open({ lesson: 'login-crash', step: '6' });
  await stage.crash(1);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowRight');
  const question = panel(stage).getByText('Why?', { exact: true });
  const reason = panel(stage).getByText('That session was in the memory of Server 1');
  for (const [width, height] of [
    [1280, 720],
    [1366, 768],
    [1440, 900],
    [1920, 1080],
    [2560, 1440],
  ] as const) {
    await page.setViewportSize({ width, height });
    const before = await stage.stage.boundingBox();
    await question.click();
    await expect(reason, `${width}×${height}`).toBeInViewport({ ratio: 1 });
    expect(await stage.stage.boundingBox()).toEqual(before);
    await question.click();
  }
});

test('a changed token is refused with the reason, and undo removes the request', async ({ stage, page }) => {
  await stage.open({ strategy: 'signed-token', step: '6' }, { script: scripts.account, commands: [] });
  await page.getByRole('group', { name: 'Memory of Client' }).getByText('Signed token').click();
  const workbench = panel(stage).getByRole('group', { name: 'Change it' });
  await expect(workbench.getByRole('button', { name: 'Send it' })).toBeDisabled();
  const payload = workbench.getByRole('textbox', { name: 'Payload' });
  await payload.fill((await payload.inputValue()).replace('"user"', '"admin"'));
  await workbench.getByRole('button', { name: 'Send it' }).click();
  for (let press = 0; press < 3; press += 1) await stage.next();
  await expect(stage.presentRow).toHaveAttribute('data-tone', 'failure');
  await expect(panel(stage)).toContainText('HTTP/1.1 401 Unauthorized');
  await expect(panel(stage)).toContainText('bad-signature');
  await stage.button(stage.words.undo).click();
  await stage.button(stage.words.undo).click();
  await stage.isAt(6);
});

test('while comparing, the inspector covers both sides', async ({ stage, page }) => {
  await stage.open({ compare: 'client-state' });
  await page.locator('[data-side=comparison] [data-row="0"]').click();
  const dialog = page.getByRole('dialog', { name: 'Details', exact: true });
  await expect(dialog).toContainText('GET /shop?product=laptop');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('inspecting a step from the list opens the details, without scrolling sideways', async ({
    stage,
    page,
  }) => {
    await stage.open();
    await stage.button(stage.words.inspectStep(2)).tap();
    await expect(panel(stage)).toContainText('Inspecting: Step 2');
    await expect(stage.button(stage.words.backToPresent)).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await violations(page)).toEqual([]);
  });
});
