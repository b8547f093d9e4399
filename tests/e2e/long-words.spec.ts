/** A run's own words at their longest, and a machine that crashes in the middle of a message: all is readable and keeps to its box. */
import type { Page } from '@playwright/test';
import token from '../../src/lessons/token/lesson.ts';
import udp from '../../src/lessons/udp/lesson.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { TEXT_LENGTH_MAX } from '../../src/simulation/validation/limits.ts';
import { encodeRun } from '../../src/url/run-code.ts';
import type { Query } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const longest = (piece: string) => piece.repeat(Math.floor(TEXT_LENGTH_MAX / piece.length));
/** Nobody limits what a claim is made of. */
const endless = 'x'.repeat(100_000);

const asked = { request: 'client/2', at: 'arrived', offsetUs: 1_000 } as const;
const crashed: readonly Command[] = [
  { kind: 'crash', node: 'server-1', moment: asked },
  { kind: 'restart', node: 'server-1', moment: { ...asked, offsetUs: 9_000 } },
];

/** Questions without an end, asked over UDP; the server dies at its answer to the first of them, and comes back. */
const datagrams = encodeRun(
  {
    scenario: {
      ...udp.scenario,
      script: [
        { kind: 'open' },
        ...[longest('word '), longest('x'), longest('가나 '), longest('שלום ')].map(
          (text) => ({ kind: 'request', text }) as const,
        ),
      ],
    },
    commands: crashed,
  },
  udp.scenario,
);

/** A token that says more than anybody reads; the server that is shown it dies at its answer. */
const before = { request: 'client/1', at: 'answered', offsetUs: 1_000 } as const;
const tokens = encodeRun(
  {
    scenario: token.scenario,
    commands: [
      {
        kind: 'instruct',
        nodes: ['client'],
        instruction: { kind: 'tamper', tampering: { kind: 'set-claim', claim: 'role', value: endless } },
        moment: before,
      },
      ...crashed,
    ],
  },
  token.scenario,
);

const runs: Readonly<Record<string, { readonly query: Query; readonly code: string }>> = {
  datagrams: { query: { lesson: 'udp', step: '1' }, code: datagrams },
  tokens: { query: { lesson: 'token', step: '1' }, code: tokens },
};

for (const [what, { query, code }] of Object.entries(runs)) {
  for (const { width, height, ...how } of [
    { width: 1366, height: 768 },
    { width: 1366, height: 768, present: '' },
    { width: 390, height: 844 },
  ]) {
    const name = `${what} at ${width}×${height}${'present' in how ? ', presenting' : ''}`;
    test(`${name}: at every step all keeps to its box`, async ({ stage, page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(`./?${new URLSearchParams({ ...query, ...how })}#run=${code}`);
      await stage.isReady();
      await expect(stage.notice).toHaveCount(0);
      const last = await stage.last();
      expect(last).toBeGreaterThan(6);
      for (let step = 1; step <= Math.min(last, 14); step += 1) {
        expect.soft(await escaped(page), `step ${step}`).toEqual([]);
        await expect(stage.control('nextStep'), `step ${step}`).toBeInViewport({ ratio: 0.99 });
        await page.keyboard.press('PageDown');
      }
      if ('present' in how) return;
      // Looked at closely, part by part.
      if (width < 700) await stage.choose(stage.words.view, stage.words.details);
      await page.keyboard.press('Home');
      const explain = page.getByRole('button', { name: stage.words.explain, pressed: false });
      if (await explain.isVisible()) await explain.click();
      for (let step = 1; step <= 5; step += 1) {
        await page.keyboard.press('PageDown');
        expect.soft(await escaped(page), `step ${step}, explained`).toEqual([]);
      }
    });
  }
}

/** What reaches out of the box that it belongs to: the window, a head, the drawing, or a panel. */
function escaped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const nameOf = (element: Element) =>
      `${element.tagName} ${element.getAttribute('class')} “${element.textContent?.slice(0, 20)}”`;
    const reaches = (inner: DOMRect, outer: Pick<DOMRect, 'left' | 'right'>) =>
      inner.width > 0 && (inner.left < outer.left - 1.5 || inner.right > outer.right + 1.5);
    const screen = { left: 0, right: window.innerWidth };
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.closest('.visually-hidden') === null;
    const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isSeen);
    // The stage, and a row of buttons on a phone; a list that scrolls down is to be no wider than its box.
    const isRow = (element: Element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollHeight <= element.clientHeight;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (element.matches('[data-stage]') || isRow(element) || scrolls(element.parentElement));
    const onPage = all('main *').filter(
      (element) => reaches(element.getBoundingClientRect(), screen) && !scrolls(element.parentElement),
    );
    const inHeads = all('[data-participant] *').filter((element) => {
      const head = element.closest('[data-participant]')?.getBoundingClientRect();
      return head !== undefined && reaches(element.getBoundingClientRect(), head);
    });
    const inDrawing = all('[data-row] text, [data-row] rect').filter((element) => {
      const drawing = element.closest('[data-canvas]')?.getBoundingClientRect();
      return drawing !== undefined && reaches(element.getBoundingClientRect(), drawing);
    });
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ['the page'] : [];
    return [...wide, ...[...onPage, ...inHeads, ...inDrawing].map(nameOf)];
  });
}
