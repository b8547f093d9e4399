/** Mermaid's own SVG of the run, beside the stage. */
import type { Locator, Page } from '@playwright/test';
import { firstLesson } from '../../src/lessons/first-lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { phrasebook } from '../../src/locales/en/phrasebook.ts';
import { recordingOf } from '../../src/player/record.ts';
import { toMermaid } from '../../src/sequence/to-mermaid.ts';
import { variantOf } from '../../src/simulation/variant-of.ts';
import { variantsOf, withVariant } from '../../src/simulation/variants.ts';
import { violations } from '../support/axe.ts';
import { languages, locales, type StageDriver } from '../support/stage-driver.ts';
import { expect, test } from '../support/stage-test.ts';

const isMermaid = /mermaid\.core|sequenceDiagram/;

function mermaidSvgOf(stage: StageDriver): Locator {
  return stage.page.getByRole('region', { name: stage.words.exporting.mermaidSvg, exact: true });
}

async function openPanel(stage: StageDriver): Promise<Locator> {
  await stage.page.getByText(stage.words.exporting.mermaidDiagram, { exact: true }).click();
  const mermaidSvg = mermaidSvgOf(stage);
  await isDrawn(mermaidSvg);
  return mermaidSvg;
}

async function isDrawn(mermaidSvg: Locator): Promise<void> {
  await expect(mermaidSvg).toHaveAttribute('aria-busy', 'false');
}

function arrows(mermaidSvg: Locator): Locator {
  return mermaidSvg.locator('[data-et=message]');
}

function presentWords(mermaidSvg: Locator): Locator {
  return mermaidSvg.locator('text[data-present]');
}

function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  return requests;
}

test('no part of Mermaid is loaded before the panel opens', async ({ stage, page }) => {
  const requests = requestsOf(page);
  await stage.open();
  await stage.crash(1);
  expect(requests.filter((path) => isMermaid.test(path))).toEqual([]);
  await openPanel(stage);
  expect(requests.filter((path) => isMermaid.test(path)).length).toBeGreaterThan(0);
});

test('every lesson is rendered, and the first one under every strategy, message by message', async ({
  stage,
}) => {
  for (const lesson of lessons) {
    for (const strategy of lesson === firstLesson
      ? variantsOf(lesson.scenario)
      : [variantOf(lesson.scenario)]) {
      const { diagram } = recordingOf(
        { scenario: withVariant(lesson.scenario, strategy), commands: [] },
        phrasebook,
      );
      const messages = diagram.steps.filter(({ row }) => row.kind === 'message').length;
      const notes = toMermaid(diagram)
        .text.split('\n')
        .filter((line) => line.includes('Note ')).length;
      await stage.open({ lesson: lesson.id, strategy });
      const mermaidSvg = await openPanel(stage);
      await expect(arrows(mermaidSvg), `${lesson.id}, ${strategy}`).toHaveCount(messages);
      await expect(mermaidSvg.locator('[data-et=note]')).toHaveCount(notes);
    }
  }
});

test('it follows the step, hides later steps, and scrolls to the present one', async ({ stage }) => {
  await stage.open({ step: '1' });
  const mermaidSvg = await openPanel(stage);
  await expect(presentWords(mermaidSvg)).toHaveText('How much is a laptop?');
  await expect(presentWords(mermaidSvg)).toBeInViewport();
  const shownTo = () =>
    mermaidSvg.locator('svg').evaluate((svg) => {
      const inset = /inset\(0(?:px)? 0(?:px)? ([\d.]+)px/.exec((svg as SVGElement).style.clipPath)?.[1];
      return svg.getBoundingClientRect().bottom - Number(inset);
    });
  const tops = await arrows(mermaidSvg).evaluateAll((all) =>
    all.map((each) => each.getBoundingClientRect().top),
  );
  expect(await shownTo()).toBeLessThan(tops[1] ?? 0);
  await stage.toTheEnd();
  await expect(presentWords(mermaidSvg)).toContainText('paid');
  await expect(presentWords(mermaidSvg)).toBeInViewport();
});

test('it renders again after a crash, and in another language or theme', async ({ stage, page }) => {
  await stage.open();
  const mermaidSvg = await openPanel(stage);
  await stage.crash(1);
  const note = mermaidSvg.locator('[data-et=note][data-present]');
  await expect(note).toContainText('Server 1 crashes');
  await isDrawn(mermaidSvg);
  const ground = () =>
    mermaidSvg
      .locator('rect.actor')
      .first()
      .evaluate((rect) => getComputedStyle(rect).fill);
  const light = await ground();
  await stage.chooseTheme('dark');
  await expect.poll(ground).not.toBe(light);
  await stage.button('한국어').click();
  const korean = stage.spokenIn('ko');
  await expect(mermaidSvgOf(korean).locator('[data-et=note][data-present]')).toContainText(korean.server(1));
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test.describe('without the network', () => {
  test.use({ expectedComplaints: /Failed to (load resource|fetch)|The panel/ });

  test('the panel reports it and the stage continues, and the diagram is drawn once the network is back', async ({
    stage,
    page,
    context,
  }) => {
    await stage.open();
    await stage.isIdle();
    await context.setOffline(true);
    const panel = page.getByText('As Mermaid draws it', { exact: true });
    await panel.click();
    const tryAgain = stage.notice.getByRole('button', { name: 'Try again' });
    const reload = stage.notice.getByRole('button', { name: 'Reload' });
    await expect(stage.notice).toContainText('“As Mermaid draws it” failed.');
    await expect(reload).toHaveCount(0);
    await stage.next();
    await stage.isAt(4);
    await context.setOffline(false);
    await tryAgain.click();
    // Some browsers keep a failed fetch of a module for the page's life. The page offers them the reload that helps.
    const svg = mermaidSvgOf(stage);
    await expect(svg.or(reload)).toBeVisible();
    if (await reload.isVisible()) {
      await expect(stage.notice).toHaveCount(1);
      await expect(tryAgain).toHaveCount(0);
      await reload.click();
      await stage.isAt(4);
      await panel.click();
    }
    await isDrawn(svg);
    await expect(arrows(svg)).toHaveCount(9);
  });
});

for (const language of languages) {
  for (const [colorScheme, width] of [
    ['light', 1366],
    ['dark', 390],
  ] as const) {
    test.describe(`${language}, ${colorScheme}, ${width} px`, () => {
      test.use({ language, locale: locales[language], colorScheme, viewport: { width, height: 800 } });

      test('axe finds nothing in it, and the page does not scroll sideways', async ({ stage, page }) => {
        await stage.open();
        if (width < 700) await stage.choose(stage.words.view, stage.words.details);
        await openPanel(stage);
        expect(await violations(page)).toEqual([]);
        const [scroll, client] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [scrollWidth, clientWidth];
        });
        expect(scroll).toBe(client);
      });
    });
  }
}
