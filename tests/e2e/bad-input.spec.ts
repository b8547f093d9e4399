/** Unusually long or odd text: everything stays readable and in place. */
import { expect, test } from '../support/stage-test.ts';

const family = '👨‍👩‍👧‍👦';

const drawings = {
  'labels of a hundred thousand characters': [
    `A->>B: ${'word '.repeat(20_000)}`,
    `B-->>A: ${'가'.repeat(20_000)}`,
    `Note over A,B: ${'x'.repeat(20_000)}`,
  ],
  'Hebrew, Arabic and emoji': [
    `participant A as שרת ראשון ${family}`,
    `participant B as ${'خادم'.repeat(40)}`,
    'A->>B: שלום עולם! (1) — OK?',
    'B-->>A: مرحبا، كيف الحال؟ 200 OK',
    `A->>B: ${family.repeat(60)}`,
  ],
  'forty lifelines': [
    ...Array.from({ length: 40 }, (_, index) => `participant P${index} as Participant ${index + 1}`),
    ...Array.from({ length: 39 }, (_, index) => `P${index}->>P${index + 1}: step ${index + 1}`),
  ],
};

for (const viewport of [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]) {
  test.describe(`at ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });

    for (const [what, lines] of Object.entries(drawings)) {
      test(`${what} stay in place at every step`, async ({ stage, page }) => {
        await stage.open();
        const { opening } = stage.words;
        await stage.chooseTool(opening.open);
        const dialog = page.getByRole('dialog', { name: opening.open, exact: true });
        await dialog.getByRole('textbox').fill(['sequenceDiagram', ...lines].join('\n'));
        await dialog.getByRole('button', { name: opening.show, exact: true }).click();
        await expect(dialog).toHaveCount(0);
        for (const key of ['Home', 'ArrowRight', 'End']) {
          await page.keyboard.press(key);
          expect(await page.evaluate(outside), key).toEqual([]);
        }
        await expect(stage.control('nextStep')).toBeInViewport();
      });
    }
  });
}

/** Elements that extend beyond the window sideways, except inside scrolling parts. */
function outside(): string[] {
  const found = [...document.querySelectorAll('main *')].filter((element) => {
    const scrolls = element.closest('[data-stage]') !== null;
    const isHidden = element.closest('.visually-hidden') !== null;
    return !scrolls && !isHidden && element.getBoundingClientRect().right > window.innerWidth + 1;
  });
  const page = document.documentElement.scrollWidth > window.innerWidth ? ['the page'] : [];
  return [...page, ...found.map(({ tagName, className }) => `${tagName} ${className}`)];
}
