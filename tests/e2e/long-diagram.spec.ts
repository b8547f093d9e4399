/** Long diagrams: read in a worker, laid out in slices, and cancelled on the way. */
import { mermaidLines } from '../support/mermaid-lines.ts';
import { notInSight } from '../support/present-row.ts';
import type { StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const LINES = 3_000;

async function write(stage: StageDriver, text: string) {
  const { opening } = stage.words;
  await stage.chooseTool(opening.open);
  const dialog = stage.page.getByRole('dialog', { name: opening.open, exact: true });
  const area = dialog.getByRole('textbox');
  if (text.length < 20_000) await area.fill(text);
  // As a paste does: typing thousands of lines takes Chromium minutes.
  else
    await area.evaluate((element, value) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', value);
      element.focus();
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await expect(area).toHaveValue(text);
  return { dialog, show: dialog.getByRole('button', { name: opening.show, exact: true }) };
}

test('a long diagram is shown at its first step and at its last, at another size too', async ({
  stage,
  page,
}) => {
  await stage.open();
  const { dialog, show } = await write(stage, mermaidLines(LINES));
  await show.click();
  await expect(dialog).toHaveCount(0);
  await expect(stage.slider).toHaveAttribute('max', String(LINES));
  await expect(stage.presentRow).toBeInViewport();
  await page.keyboard.press('End');
  await page.setViewportSize({ width: 1_000, height: 700 });
  await stage.isAt(LINES);
  await expect(stage.presentRow).toContainText(`message ${LINES - 1}`);
  await expect(stage.presentRow).toBeInViewport({ ratio: 1 });
});

test('a step that is much higher than the screen has its present row in sight', async ({ stage, page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const notes = Array.from({ length: 40 }, (_, index) => `Note right of a: remark ${index}`);
  const others = Array.from({ length: 60 }, (_, index) => `a->>b: other ${index}`);
  await stage.open();
  const { dialog, show } = await write(
    stage,
    ['sequenceDiagram', 'a->>b: one', 'a->>b: two', ...notes, 'alt short', 'b->>a: three']
      .concat(['else long', ...others, 'end', 'a->>b: four'])
      .join('\n'),
  );
  await show.click();
  await expect(dialog).toHaveCount(0);
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']) {
    await page.keyboard.press(key);
    await expect.poll(() => notInSight(page), key).toEqual([]);
  }
});

test('reading can be cancelled, and the text stays', async ({ stage }) => {
  await stage.open();
  const text = mermaidLines(LINES);
  const { dialog, show } = await write(stage, text);
  const run = await stage.slider.getAttribute('max');
  // In one turn, so that the diagram can't have been read in between.
  await show.evaluate((button) => {
    const press = (element: Element | null) => element instanceof HTMLElement && element.click();
    const observer = new MutationObserver(() => {
      const cancel = document.querySelector('dialog [role=status] button');
      if (cancel === null) return;
      observer.disconnect();
      press(cancel);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    press(button);
  });
  await expect(dialog.getByRole('progressbar')).toHaveCount(0);
  await expect(dialog.getByRole('textbox')).toHaveValue(text);
  await expect(show).toHaveAttribute('aria-disabled', 'false');
  expect(await stage.slider.getAttribute('max')).toBe(run);
  // Another text is read as if nothing had been.
  await dialog.getByRole('textbox').fill(mermaidLines(4));
  await show.click();
  await expect(stage.slider).toHaveAttribute('max', '4');
});

test('what reading needs of a document, the page answers', async ({ stage }) => {
  await stage.open();
  const { dialog, show } = await write(
    stage,
    [
      'sequenceDiagram',
      '  box rgb(200, 220, 255) Left <b>side</b><script>alert(1)</script>',
      '  participant a as Ann #9829;',
      '  end',
      '  box nocolour Right',
      '  participant b as Bob',
      '  end',
      '  link a: Docs @ https://example.org/?a=1&b=2',
      '  links b: {"More": "https://example.org/more"}',
      '  a->>b: one #infin; two',
    ].join('\n'),
  );
  await show.click();
  await expect(dialog).toHaveCount(0);
  await expect(stage.presentRow).toContainText('one ∞ two');
  const heads = stage.stage.locator('[data-heads]');
  await expect(heads).toContainText('Ann ♥');
  await expect(heads).toContainText('Docs');
  await expect(heads).toContainText('More');
  // Not a colour, so it's part of the title; markup loses its script.
  await expect(stage.stage).toContainText('nocolour Right');
  await expect(stage.stage).not.toContainText('alert');
});
