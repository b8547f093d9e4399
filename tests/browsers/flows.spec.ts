/**
 * What a lecturer and a class do with the page, in each browser. Everything goes through real keys, real clicks and what
 * is on the screen, so that the same flows run over any protocol. docs/testing.md says how to run them.
 */
import { join } from 'node:path';
import { shippedLanguages } from '../../src/url/languages.ts';
import { serve } from '../support/static-server.ts';
import { expect, test } from './browser-test.ts';
import { caption, type Visitor } from './visitor.ts';

const dist = join(import.meta.dirname, '../../dist');

/** The answer of a server that has forgotten the laptop. */
/** The caption after a crash. A language without an entry isn't asked for it. */
const ofWhat: { readonly en: string } & Readonly<Partial<Record<string, string>>> = {
  en: 'Two of what?',
  ko: '어떤 상품을 두 개요?',
};

async function pressAll(visitor: Visitor, key: string, times: number): Promise<void> {
  for (let press = 0; press < times; press += 1) await visitor.press(key);
}

/** Crashes Server 1 at step 3, and follows the second request to the answer. */
async function crash(visitor: Visitor): Promise<void> {
  await visitor.press('1');
  await visitor.isAt(4);
  await pressAll(visitor, 'ArrowRight', 3);
  await visitor.isAt(7);
}

/** Controls in a font of the system: browsers give it to them unless the page says otherwise. */
function foreignFonts(): string[] {
  const own = getComputedStyle(document.body).fontFamily;
  // The name of the other language is in the system's font on purpose.
  return [...document.querySelectorAll('button, select')]
    .filter((each) => !each.matches('[data-language-switch]'))
    .map((each) => ({ name: each.ariaLabel ?? each.textContent, font: getComputedStyle(each).fontFamily }))
    .filter(({ font }) => font !== own && !font.includes('Mono'))
    .map(({ name, font }) => `${name}: ${font}`);
}

for (const language of shippedLanguages) {
  test.describe(language, () => {
    test.use({ language });

    test('the page opens at the step that matters, and a crash changes what comes', async ({
      visitor,
    }, info) => {
      await visitor.open();
      await visitor.isAt(3);
      expect(await visitor.tab.evaluate(() => document.documentElement.lang, null)).toBe(language);
      await info.attach('opening', { body: await visitor.tab.screenshot(), contentType: 'image/png' });
      await crash(visitor);
      const question = ofWhat[language];
      if (question !== undefined) await visitor.reads(caption, question);
      await info.attach('crash', { body: await visitor.tab.screenshot(), contentType: 'image/png' });
      await visitor.press('z');
      await visitor.isAt(3);
      expect(await visitor.tab.evaluate(foreignFonts, null)).toEqual([]);
    });
  });
}

test('lifelines stay behind what is on them, and scroll bars follow a dark theme', async ({
  visitor,
}, info) => {
  test.skip(info.project.name === 'iphone', 'A phone shows the list of steps.');
  await visitor.open({ theme: 'dark' });
  await visitor.press('1');
  await visitor.isAt(4);
  // The sign of a crash is a disc on the lifeline: its upper edge has the colour of its left edge.
  const { x, y, width } = await visitor.boxOf('[data-row][data-present=true] circle');
  const edge = 0.15 * width;
  const [top, left] = await visitor.coloursAt([
    { x: x + width / 2, y: y + edge },
    { x: x + edge, y: y + width / 2 },
  ]);
  expect(top).toEqual(left);
  expect(await visitor.tab.evaluate(brightScrollBars, null)).toEqual([]);
});

/** Elements whose scroll bars have the browser's own colours, which are bright. */
function brightScrollBars(): string[] {
  if (!CSS.supports('scrollbar-color', 'auto')) return [];
  return [...document.querySelectorAll('main *')]
    .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
    .filter((each) => getComputedStyle(each).scrollbarColor === 'auto')
    .map((each) => each.outerHTML.slice(0, 80));
}

test('stepping back shows what stepping forward has shown', async ({ visitor }) => {
  await visitor.open();
  await visitor.press('Home');
  await visitor.isAt(1);
  const last = await visitor.lastStep();
  const forward: string[] = [];
  for (let step = 1; step <= last; step += 1) {
    await visitor.isAt(step);
    forward.push(await visitor.textOf(caption));
    if (step < last) await visitor.click('button', visitor.words.nextStep);
  }
  expect(new Set(forward).size).toBe(last);
  for (let step = last; step >= 1; step -= 1) {
    await visitor.isAt(step);
    expect(await visitor.textOf(caption), `step ${step}`).toBe(forward[step - 1]);
    if (step > 1) await visitor.press('ArrowLeft');
  }
});

test('keys do what Help says', async ({ visitor }) => {
  const { words } = visitor;
  await visitor.open();
  await visitor.press('PageDown');
  await visitor.isAt(4);
  await visitor.press('ArrowLeft', { shiftKey: true });
  await visitor.isAt(3);
  await visitor.press('End');
  await visitor.isAt(await visitor.lastStep());
  await visitor.press('?', { shiftKey: true });
  await visitor.sees('dialog', words.help);
  await visitor.press('Escape');
  await visitor.seesNo('dialog', words.help);
  const { isBlank } = await words.loadPresentText();
  await visitor.press('b');
  await visitor.sees('dialog', isBlank);
  await visitor.press('b');
  await visitor.seesNo('dialog', isBlank);
  await visitor.isAt(await visitor.lastStep());
});

test('comparing steps and crashes both sides together', async ({ visitor }) => {
  await visitor.open();
  await visitor.press('v');
  await expect.poll(() => visitor.count('[data-stage]')).toBe(2);
  await visitor.isAt(3);
  await visitor.press('1');
  await visitor.isAt(4);
  await pressAll(visitor, 'ArrowRight', 3);
  await visitor.seesPresentRow();
  await visitor.reads('[data-stage] [data-row][data-present=true]', /Two of what\?.*2,000,000 won/s);
  await visitor.press('v');
  await expect.poll(() => visitor.count('[data-stage]')).toBe(1);
});

test('presenting keeps the step in sight, at any size, and Escape leaves it', async ({ visitor }) => {
  const { words } = visitor;
  await visitor.open({ step: '9' });
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 960, height: 540 },
  ]) {
    await visitor.resize(size);
    await visitor.isAt(9);
    await visitor.press('f');
    await visitor.sees('button', words.leavePresenting);
    await visitor.isAt(9);
    expect(await sidewaysPx(visitor)).toBe(0);
    await expect(async () => {
      if (!(await visitor.isSeen('region', words.presentTools))) {
        await visitor.click('button', words.presentTools);
      }
      // A browser that enters full screen meanwhile closes them.
      expect(await visitor.isSeen('region', words.presentTools)).toBe(true);
    }).toPass();
    // Escape would leave full screen first, in the browsers that have entered it.
    await visitor.click('button', words.presentTools);
    await visitor.seesNo('region', words.presentTools);
    await visitor.sees('button', words.leavePresenting);
    // Leaves full screen first where the browser has entered it.
    await expect(async () => {
      await visitor.press('Escape');
      await visitor.seesNo('button', words.leavePresenting);
    }).toPass();
    await visitor.isAt(9);
  }
});

/** How far the page or a stage scrolls sideways. */
function sidewaysPx(visitor: Visitor): Promise<number> {
  return visitor.tab.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll('[data-stage]')];
    return Math.max(...boxes.map((each) => each.scrollWidth - each.clientWidth));
  }, null);
}

test('a lesson opens from the page of lessons, and N leads through its scenes', async ({ visitor }) => {
  const { words } = visitor;
  await visitor.open();
  await visitor.click('button', words.lesson);
  await visitor.sees('link', words.lessonTitle('login-crash'));
  await visitor.tab.back();
  await visitor.sees('button', words.nextStep);
  await visitor.click('button', words.lesson);
  await visitor.click('link', words.lessonTitle('login-crash'));
  await visitor.isReady();
  const { scenes, closing } = (await words.loadLessonWords())['login-crash'] ?? {};
  const lessonBar = `[aria-label="${words.lesson}"]`;
  for (const { heading } of Object.values(scenes ?? {})) {
    await visitor.press('n');
    await visitor.reads(lessonBar, heading);
    await visitor.seesPresentRow();
  }
  await visitor.press('n');
  await visitor.reads(lessonBar, closing ?? '');
});

test('a shared link opens the same step of the same run', async ({ visitor }) => {
  const { sharing } = visitor.words;
  await visitor.open();
  await crash(visitor);
  await visitor.chooseTool(sharing.share);
  await visitor.sees('textbox', sharing.link);
  const link = await visitor.locate('textbox', sharing.link);
  if (link.kind !== 'found') throw new Error('There is no link.');
  await visitor.click('button', sharing.copyLink);
  // Some browsers refuse without a person, and the page says so.
  await expect.poll(() => visitor.textOf('dialog [role=status]')).not.toBe('');
  expect([sharing.copied, sharing.copyRefused]).toContain(await visitor.textOf('dialog [role=status]'));
  await visitor.open();
  await visitor.isAt(3);
  await visitor.tab.goto(link.value);
  await visitor.isReady();
  await visitor.isAt(7);
  await visitor.reads(caption, ofWhat.en);
});

test('a typed Mermaid diagram is stepped through like a run', async ({ visitor }) => {
  const { opening } = visitor.words;
  await visitor.open();
  await visitor.chooseTool(opening.open);
  await visitor.click('textbox', opening.text);
  await visitor.type('sequenceDiagram');
  await visitor.press('Enter');
  await visitor.type('Tea->>Cup: pour');
  await visitor.press('Enter');
  await visitor.type('Cup-->>Tea: warm');
  await visitor.click('button', opening.show);
  await visitor.seesNo('dialog', opening.open);
  await visitor.isAt(1);
  await visitor.reads(caption, 'pour');
  await visitor.press('ArrowRight');
  await visitor.isAt(2);
  await visitor.reads(caption, 'warm');
  await visitor.click('button', opening.backToRun);
  await visitor.isAt(3);
});

interface Saved {
  readonly name: string;
  readonly type: string;
  readonly head: string;
}

/** Downloads go to a list in the page instead of a folder, which each browser has elsewhere. */
function keepDownloads(): void {
  const saved: Promise<Saved>[] = [];
  Object.assign(window, { saved });
  HTMLAnchorElement.prototype.click = function click() {
    const read = async () => {
      // The page's policy forbids to fetch a blob, and an anchor has only its address.
      const blob = blobs.get(this.href) ?? new Blob();
      const head = String.fromCharCode(...new Uint8Array(await blob.slice(0, 300).arrayBuffer()));
      return { name: this.download, type: blob.type, head };
    };
    saved.push(read());
  };
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    const address = create.call(URL, blob);
    blobs.set(address, blob);
    return address;
  };
}

test('a step is exported as SVG and PNG, and GIF is offered whatever the browser encodes', async ({
  visitor,
}) => {
  const { exporting } = visitor.words;
  const saved = () =>
    visitor.tab.evaluate(() => Promise.all((window as unknown as { saved: Promise<Saved>[] }).saved), null);
  await visitor.open();
  await visitor.tab.evaluate(keepDownloads, null);
  await visitor.chooseTool(exporting.export);
  await expect.poll(() => visitor.count('dialog img')).toBe(1);
  await visitor.click('button', exporting.save);
  await expect.poll(async () => (await saved()).length).toBe(1);
  await visitor.click('radio', 'PNG');
  await visitor.click('button', exporting.save);
  await expect.poll(async () => (await saved()).length).toBe(2);
  const [svg, png] = await saved();
  expect(svg).toMatchObject({ name: 'statescope.svg', type: 'image/svg+xml' });
  expect(svg?.head).toContain('<svg');
  expect(png).toMatchObject({ name: 'statescope.png', type: 'image/png' });
  expect(png?.head.slice(0, 4)).toBe('\x89PNG');
  await visitor.click('button', exporting.film);
  await visitor.sees('radio', 'GIF');
  await visitor.press('Escape');
  await visitor.seesNo('dialog', exporting.export);
  await visitor.press('ArrowRight');
  await visitor.isAt(4);
});

test('after one visit, the page opens offline', async ({ visitor }) => {
  const server = await serve(dist, '/course/state/');
  const reader = visitor.at(server.address);
  try {
    await reader.open();
    await reader.tab.evaluate(async () => {
      await navigator.serviceWorker.ready;
    }, null);
  } finally {
    await server.stop();
  }
  await reader.tab.goto(`${server.address}?lesson=clerk&step=5`);
  await reader.isReady();
  await reader.isAt(5);
});
