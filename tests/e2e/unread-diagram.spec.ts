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

/** 600 characters of a link and fewer. */
const NESTED = ['sequenceDiagram', ...Array(3_000).fill('loop x'), 'A->>B: x', ...Array(3_000).fill('end')];

test('a diagram with too many frames inside each other is in the dialog, with the line', async ({
  stage,
  page,
}) => {
  const text = NESTED.join('\n');
  await page.goto(`./?lang=en#diagram=${await encodeDiagram(text)}`);
  await stage.isReady();
  const dialog = page.getByRole('dialog', { name: stage.words.opening.open, exact: true });
  await expect(dialog.getByRole('textbox')).toHaveValue(text);
  await expect(dialog.getByRole('alert')).toContainText('line 52');
  await page.keyboard.press('Escape');
  await stage.next();
  await stage.isAt(4);
});

test('such a diagram that is dropped on a run says so, and the run stays', async ({ stage, page }) => {
  await stage.open();
  // The button that opens diagrams is loaded after the stage, and takes what is dropped.
  await stage.isIdle();
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', text);
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, NESTED.join('\n'));
  const dialog = page.getByRole('dialog', { name: stage.words.opening.open, exact: true });
  await expect(dialog.getByRole('alert')).toContainText('52');
  await page.keyboard.press('Escape');
  await stage.isAt(3);
});

test('a long label is shown in part', async ({ stage, page }) => {
  const long = '한글 '.repeat(16_000).trim();
  await page.goto(`./?lang=en#diagram=${await encodeDiagram(`sequenceDiagram\nA->>B: ${long}\nB->>A: x`)}`);
  await stage.isReady();
  await expect(stage.presentRow).toContainText('…');
  const said = await page.getByRole('main').innerText();
  expect(said).toContain('한글 한글');
  expect(said.length).toBeLessThan(10_000);
  await stage.next();
  await stage.isAt(2);
});

test('a diagram with a line that is too long for a field is refused, with the line', async ({
  stage,
  page,
}) => {
  const text = `sequenceDiagram\nA->>B: ${'한글 '.repeat(100_000)}`;
  await page.goto(`./?lang=en#diagram=${await encodeDiagram(text)}`);
  await stage.isReady();
  const dialog = page.getByRole('dialog', { name: stage.words.opening.open, exact: true });
  await expect(dialog.getByRole('alert')).toContainText('Line 2 has 300,007 characters.');
  await expect(dialog.getByRole('textbox')).toHaveValue('');
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
