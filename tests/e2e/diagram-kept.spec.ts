/** A pasted diagram is never lost: it has an address, survives a reload and keys, and is in the history and under Recent. */
import type { Page } from '@playwright/test';
import type { StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const fork = `sequenceDiagram
  participant OrderController
  participant PaymentGatewayClient
  OrderController->>PaymentGatewayClient: authorize(orderId, amount)
  alt accepted
    PaymentGatewayClient-->>OrderController: AuthorizationResult
  else refused
    PaymentGatewayClient-->>OrderController: PaymentRefusedException
  end
  OrderController->>OrderController: finish`;

async function paste(stage: StageDriver, text: string): Promise<void> {
  const { opening } = stage.words;
  await stage.chooseTool(opening.open);
  const dialog = stage.page.getByRole('dialog', { name: opening.open, exact: true });
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: opening.show, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

async function isShown(page: Page, words: string): Promise<void> {
  await expect(page.locator('[data-foot]')).toContainText(words);
}

test('a pasted diagram has an address and survives a reload', async ({ stage, page }) => {
  await stage.open();
  await paste(stage, fork);
  await page.keyboard.press('ArrowRight');
  await isShown(page, 'AuthorizationResult');
  await expect(page).toHaveURL(/step=2.*#diagram=1[\w-]+$/);
  await page.reload();
  await isShown(page, 'AuthorizationResult');
  await expect(page.locator('[data-participant]')).toHaveCount(2);
});

test('no key loses it, and Back, Forward and Undo find it again', async ({ stage, page }) => {
  await stage.open();
  await paste(stage, fork);
  await expect(page).toHaveURL(/#diagram=/);
  for (const key of ['n', 'Shift+N', 'm', 'v', 'o', 'c', 'p', 'j', 'x']) await page.keyboard.press(key);
  await isShown(page, 'authorize(orderId, amount)');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goBack();
  await expect(page).not.toHaveURL(/#diagram=/);
  await page.goForward();
  await isShown(page, 'authorize(orderId, amount)');
  await page.getByRole('button', { name: stage.words.opening.backToRun }).click();
  await expect(page).not.toHaveURL(/#diagram=/);
  await page.keyboard.press('z');
  await isShown(page, 'authorize(orderId, amount)');
});

test('a key chooses the other branch, and the address keeps the choice', async ({ stage, page }) => {
  await stage.open();
  await paste(stage, fork);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('2');
  await isShown(page, 'PaymentRefusedException');
  await expect(page).toHaveURL(/parts=1-2/);
  await page.reload();
  await isShown(page, 'PaymentRefusedException');
});

test('the dialog lists it under Recent, and opens it again', async ({ stage, page }) => {
  await stage.open();
  await paste(stage, `---\ntitle: Payment\n---\n${fork}`);
  await page.getByRole('button', { name: stage.words.opening.backToRun }).click();
  await expect(page).not.toHaveURL(/#diagram=/);
  await stage.chooseTool(stage.words.opening.open);
  await page.getByRole('button', { name: 'Payment', exact: true }).click();
  await isShown(page, 'authorize(orderId, amount)');
});

test('a diagram that is too long for a link works here, and says so', async ({ stage, page }) => {
  await stage.open();
  // Words that don't compress.
  const noise = Array.from(
    { length: 900 },
    (_, index) => `A->>B: ${(index * 7919 * 104_729).toString(36)}${index}`,
  );
  await paste(stage, `sequenceDiagram\n${noise.join('\n')}`);
  await expect(page).toHaveURL(/#diagram=kept\.\w+$/);
  await expect(page.getByText(stage.words.opening.onlyHere)).toBeVisible();
  await page.reload();
  await expect(stage.slider).toHaveAttribute('max', '900');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the choices of nested frames are one line, and the present step is in sight', async ({
    stage,
    page,
  }) => {
    const frames = ['one', 'two', 'three'].map((name) => `alt the ${name} condition is true`);
    const others = frames.map((_, index) => `else it is not (${index})\nB->>A: no\nend`);
    const text = ['sequenceDiagram', 'A->>B: ask', ...frames, 'B->>A: inner', ...others].join('\n');
    await stage.open();
    await paste(stage, text);
    await page.keyboard.press('ArrowRight');
    await isShown(page, 'inner');
    const chosen = page.getByRole('radio', { name: /the three condition/ });
    await expect(chosen).toBeInViewport();
    const tops = await page
      .getByRole('radio', { name: /condition/ })
      .evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top)));
    expect(new Set(tops).size).toBe(1);
    await expect(page.locator('[aria-current="step"]')).toBeInViewport({ ratio: 0.9 });
  });
});
