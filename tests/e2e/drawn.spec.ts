/** An imported diagram on the stage, and in a picture: boxes, rects, frames, created and destroyed participants. */
import type { Locator } from '@playwright/test';
import { violations } from '../support/axe.ts';
import type { StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const TEXT = `sequenceDiagram
box rgb(191, 223, 255) Front of the house
actor U as User
participant W@{ "type": "boundary" } as Web app
end
box Back
participant A as Auth service
participant D@{ "type": "database" } as Accounts
end
U->>+W: Name and password
rect rgba(0, 0, 255, .1)
W->>+A: POST /login
alt it is new
A->>()D: SELECT user
else it is known
A--xD: nothing
end
A-->>-W: 200
end
create participant L as Log
W->>L: write
destroy L
L-->>W: done
W-->>-U: Welcome`;

const STEPS = 7;

async function show(stage: StageDriver, text: string): Promise<void> {
  const { opening } = stage.words;
  await stage.button(opening.open).click();
  const dialog = stage.page.getByRole('dialog', { name: opening.open, exact: true });
  // Set at once: Chromium takes many seconds to type thousands of lines.
  await dialog.getByRole('textbox').evaluate((area, value) => {
    const property = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    property?.set?.call(area, value);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await dialog.getByRole('button', { name: opening.show, exact: true }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
}

async function sidesOf(locator: Locator): Promise<{ left: number; right: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('The element is not on the screen.');
  return { left: box.x, right: box.x + box.width };
}

const headOf = (stage: StageDriver, id: string) =>
  stage.page.locator(`[data-heads] [data-participant=${id}]`);

test.use({ viewport: { width: 1_366, height: 900 } });

test('boxes enclose their participants, and rects and frames are drawn behind theirs', async ({ stage }) => {
  await stage.open();
  await show(stage, TEXT);
  await expect(stage.slider).toHaveAttribute('max', String(STEPS));
  const titles = stage.page.locator('[data-heads] [data-group]');
  await expect(titles).toHaveText(['Front of the house', 'Back']);
  const [front, user, web] = await Promise.all(
    [titles.first(), headOf(stage, 'U'), headOf(stage, 'W')].map(sidesOf),
  );
  if (front === undefined || user === undefined || web === undefined)
    throw new Error('Not all elements exist.');
  expect(front.left).toBeLessThan(user.left);
  expect(front.right).toBeGreaterThan(web.right);
  const line = await sidesOf(stage.drawing.locator('[data-group]').first());
  expect(Math.abs(line.left - front.left)).toBeLessThan(3);
  expect(Math.abs(line.right - front.right)).toBeLessThan(3);
  await expect(headOf(stage, 'D').getByRole('img')).toHaveCount(1);

  // Neither exists before its first step.
  await expect(stage.drawing.locator('[data-enclosure]')).toHaveCount(0);
  await stage.toTheEnd();
  const frame = await sidesOf(stage.drawing.locator('[data-enclosure=frame]'));
  const ground = await sidesOf(stage.drawing.locator('[data-enclosure=ground]'));
  expect(frame.left).toBeGreaterThan(web.right);
  expect(ground.left).toBeGreaterThan(user.right);
  expect(ground.left).toBeLessThan(frame.left);
  expect(ground.right).toBeGreaterThan(frame.right);
});

test('a created participant appears at its creation and disappears after its destruction', async ({
  stage,
  page,
}) => {
  await stage.open();
  await show(stage, TEXT);
  const log = headOf(stage, 'L');
  await expect(log).toHaveAttribute('data-state', 'absent');
  await page.keyboard.press('End');
  await expect(log).toHaveAttribute('data-state', 'absent');
  await page.keyboard.press('PageUp');
  await expect(log).not.toHaveAttribute('data-state', 'absent');
});

test('names are broken between words only, also at hyphens and slashes', async ({ stage, page }) => {
  const names = [
    'Job queue (job-queue)',
    'Report (v2/pdf-writer)',
    'Mail (smtp-out)',
    'Shop',
    'Web (next-js)',
  ];
  const participants = names.map((name, index) => `participant P${index} as ${name}`);
  const messages = ['P0->>P1: job', 'P1->>P2: letter', 'P3->>P4: page', 'P4->>P0: start'];
  await stage.open();
  await show(stage, ['sequenceDiagram', ...participants, ...messages].join('\n'));
  await page.setViewportSize({ width: 700, height: 900 });
  const torn = await page.locator('[data-heads] [data-participant] button').evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const broken: string[] = [];
      const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
            broken.push(word);
        }
      }
      return broken;
    }),
  );
  expect(torn).toEqual([]);
});

for (const theme of ['dark', 'projector'] as const) {
  test(`axe finds nothing in ${theme}`, async ({ stage, page }) => {
    await stage.open({ theme });
    await show(stage, TEXT);
    await page.keyboard.press('End');
    expect(await violations(page)).toEqual([]);
  });
}

test('of six hundred frames, only those near the screen are rendered', async ({ stage, page }) => {
  const frames = Array.from(
    { length: 300 },
    (_, index) => `rect rgb(1, 2, 3)\nopt ${index}\na->>b: ask ${index}\nend\nend`,
  );
  await stage.open();
  await show(stage, `sequenceDiagram\n${frames.join('\n')}`);
  await page.keyboard.press('End');
  await expect(stage.caption).toContainText('ask 299');
  const enclosures = stage.drawing.locator('[data-enclosure]');
  // The caption is there before the rows of a long diagram are.
  await expect.poll(() => enclosures.count()).toBeGreaterThan(2);
  expect(await enclosures.count()).toBeLessThan(120);
});
