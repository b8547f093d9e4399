/** Imported Mermaid diagrams on the stage. */
import type { Locator } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { login } from '../support/imported-diagrams.ts';
import { languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

/** Number of steps in the login: its messages, without those of the branch that is passed over. */
const LOGIN_STEPS = 10;

async function dialogOf(stage: StageDriver): Promise<Locator> {
  const { opening } = stage.words;
  await stage.chooseTool(opening.open);
  return stage.page.getByRole('dialog', { name: opening.open, exact: true });
}

/** Pastes a text into the dialog and submits it. */
async function paste(stage: StageDriver, text: string): Promise<Locator> {
  const dialog = await dialogOf(stage);
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: stage.words.opening.show, exact: true }).click();
  return dialog;
}

async function showPasted(stage: StageDriver, text: string): Promise<void> {
  const dialog = await paste(stage, text);
  await expect(dialog).toHaveCount(0);
}

/** Drops a file on the stage, like a file manager. */
async function drop(stage: StageDriver, name: string, text: string): Promise<void> {
  // The button that opens diagrams is loaded after the stage, and takes what is dropped.
  await stage.isIdle();
  const dataTransfer = await stage.page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'text/markdown' }));
      return data;
    },
    [name, text] as const,
  );
  await stage.stage.dispatchEvent('dragover', { dataTransfer });
  await stage.stage.dispatchEvent('drop', { dataTransfer });
}

for (const language of languages) {
  test.describe(`Open (${language})`, () => {
    test.use({ language, locale: locales[language] });

    test('a login can be stepped through completely, and closing it restores the run', async ({
      stage,
      page,
    }) => {
      await stage.open();
      await stage.crash(1);
      await showPasted(stage, login);
      await expect(stage.slider).toHaveAttribute('max', String(LOGIN_STEPS));
      for (let step = 1; step <= LOGIN_STEPS; step += 1) {
        await stage.isAt(step);
        await expect(stage.presentRow).toHaveCount(1);
        await expect(stage.presentRow).toBeInViewport();
        await page.keyboard.press('PageDown');
      }
      await stage.isAt(LOGIN_STEPS);
      await expect(stage.caption).toContainText(stage.words.endOfDiagram);
      await expect(page.getByRole('table', { name: stage.words.scoreboard })).toHaveCount(0);
      await stage.button(stage.words.opening.backToRun).click();
      await stage.isAt(4);
      await expect(stage.button(stage.words.restart(stage.server(1)))).toBeVisible();
    });

    for (const [colorScheme, width] of [
      ['light', 1366],
      ['dark', 390],
    ] as const) {
      test.describe(`${colorScheme}, ${width} px`, () => {
        test.use({ colorScheme, viewport: { width, height: 800 } });

        test('axe finds nothing in the dialog, its error, and the diagram', async ({ stage, page }) => {
          await stage.open();
          const dialog = await paste(stage, 'sequenceDiagram\n  a->>b: fine\n  nonsense');
          await expect(dialog.getByRole('alert')).toBeVisible();
          expect.soft(await violations(page), 'the dialog').toEqual([]);
          await dialog.getByRole('textbox').fill(login);
          await dialog.getByRole('button', { name: stage.words.opening.show, exact: true }).click();
          await expect(dialog).toHaveCount(0);
          await stage.toTheEnd();
          expect.soft(await violations(page), 'the diagram').toEqual([]);
          const [scroll, client] = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return [scrollWidth, clientWidth];
          });
          expect(scroll).toBe(client);
        });
      });
    }
  });
}

test('a file dropped on the page opens, with a choice between several diagrams', async ({ stage, page }) => {
  await stage.open();
  await drop(stage, 'login.mmd', login);
  await expect(stage.slider).toHaveAttribute('max', String(LOGIN_STEPS));
  const block = (text: string) => `\`\`\`mermaid\nsequenceDiagram\na->>b: ${text}\n\`\`\`\n`;
  await drop(stage, 'notes.md', `# First\n${block('one')}\n# Second\n${block('two')}`);
  const dialog = page.getByRole('dialog', { name: 'Open' });
  await dialog.getByRole('radio', { name: 'Second (line 9)' }).check();
  await dialog.getByRole('button', { name: 'Show diagram' }).click();
  await expect(stage.caption).toContainText('two');
});

test('hostile text stays text: no script runs, no request is sent, no link can be followed', async ({
  stage,
  page,
}) => {
  await stage.open();
  await page.evaluate(() => Object.assign(window, { hit: false }));
  const attack = '<img src=x onerror="window.hit=true"><script>window.hit=true</script>';
  await showPasted(
    stage,
    `%%{init: {"securityLevel": "loose", "themeCSS": "@import url(https://example.com/x.css)"}}%%
sequenceDiagram
participant a as ${attack}
link a: click @ javascript:window.hit=true
a->>a: ${attack}
Note over a: ${attack} [text](javascript:window.hit=true)
rect url(https://example.com/y.png)
a->>a: #60;img src=x onerror=window.hit=true#62;
end
`,
  );
  // A note arrives with its message, and a rect is not a step.
  await expect(stage.slider).toHaveAttribute('max', '2');
  await stage.toTheEnd();
  await expect(stage.drawing).toContainText('onerror');
  await page.getByText('As Mermaid draws it', { exact: true }).click();
  await expect(page.getByRole('region', { name: stage.words.exporting.mermaidSvg })).toHaveAttribute(
    'aria-busy',
    'false',
  );
  expect(await page.evaluate(() => (window as unknown as { hit: boolean }).hit)).toBe(false);
  await expect(page.locator('main a')).toHaveCount(0);
});

test('five thousand messages open and can be stepped through', async ({ stage, page }) => {
  test.setTimeout(180_000);
  const messages = Array.from(
    { length: 2_500 },
    (_, index) => `a->>+b: ask ${index}\nb-->>-a: answer ${index}`,
  );
  await stage.open();
  await drop(stage, 'long.mmd', `sequenceDiagram\n${messages.join('\n')}`);
  await expect(stage.slider).toHaveAttribute('max', '5000', { timeout: 90_000 });
  await stage.toTheEnd();
  await expect(stage.caption).toContainText('answer 2499');
  await page.keyboard.press('PageUp');
  await stage.isAt(4_999);
});

test('an exported run opens with the same messages', async ({ stage, page }) => {
  await stage.open();
  await stage.crash(1);
  await stage.button('Export').click();
  const text = await page.getByRole('dialog').getByRole('textbox').inputValue();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await showPasted(stage, text);
  await stage.toTheEnd();
  const items = await stage.steps.getByRole('listitem').allTextContents();
  expect(items.some((item) => item.includes('Server 2 to Client: Two of what?'))).toBe(true);
});
