/** A diagram in a link that the page doesn't show at once: it is refused, or long. Its text isn't lost. */
import { encodeDiagram } from '../../src/url/diagram-code.ts';
import { mermaidLines } from '../support/mermaid-lines.ts';
import { expect, test } from '../support/stage-test.ts';

test('a refused diagram is in the dialog, with Mermaid’s reason', async ({ stage, page }) => {
  const text = 'sequenceDiagram\nA->>B: hello\nthis is no line of a diagram';
  await page.goto(`./?lang=en#diagram=${await encodeDiagram(text)}`);
  await stage.isReady();
  const dialog = page.getByRole('dialog', { name: stage.words.opening.open, exact: true });
  await expect(dialog.getByRole('textbox')).toHaveValue(text);
  await expect(dialog.getByRole('alert')).toContainText('3');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(stage.notice).toContainText('The diagram in this link can’t be read.');
  // It comes back when the reader opens the dialog, and not by itself.
  await page.keyboard.press('f');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await stage.chooseTool(stage.words.opening.open);
  await expect(dialog.getByRole('textbox')).toHaveValue(text);
});

test('a very long diagram is read once the page is there, and can be cancelled', async ({ stage, page }) => {
  const text = mermaidLines(20_000);
  expect(text.length).toBeGreaterThan(300_000);
  await page.goto(`./?lang=en#diagram=${await encodeDiagram(text)}`);
  await stage.isReady();
  const dialog = page.getByRole('dialog', { name: stage.words.opening.open, exact: true });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('textbox')).toHaveValue(text);
  await page.keyboard.press('Escape');
  await stage.next();
  await stage.isAt(4);
});

test('a text longer than any diagram is refused, and the page is there', async ({ stage, page }) => {
  await page.goto(
    `./?lang=en#diagram=${await encodeDiagram(`sequenceDiagram\n${'A->>B: x\n'.repeat(400_000)}`)}`,
  );
  await stage.isReady();
  await expect(stage.notice).toContainText('The diagram in this link can’t be read.');
});
