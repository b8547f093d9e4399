/** Random use of the page, with checks after each action. Equal seeds give equal actions. */
import type { Page } from '@playwright/test';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { open } from '../../src/app/open.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { timelineIndex } from '../../src/player/comparison.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { drawnActions, type WalkAction } from './random-walk.ts';
import { resize } from './resize.ts';

export type MonkeyAction =
  | WalkAction
  | ({ readonly name: string } & (
      | { readonly kind: 'back' | 'forward' | 'reload' | 'offline' | 'rotate' }
      /** The button of this index among those that are visible, wrapping around. */
      | { readonly kind: 'button'; readonly index: number }
      /** A point of the window, in thousandths. */
      | { readonly kind: 'click' | 'tap'; readonly x: number; readonly y: number }
      | { readonly kind: 'wheel'; readonly deltaY: number }
      | { readonly kind: 'drop'; readonly text: string }
    ));

const moreKeys = [
  'KeyC',
  'KeyB',
  'KeyP',
  'KeyJ',
  'KeyK',
  'Shift+Slash',
  'Space',
  'Digit3',
  'Tab',
  'Enter',
  'Escape',
];

const texts = [
  'sequenceDiagram\na->>b: one\nb-->>a: two\n',
  'flowchart LR\na-->b',
  '{"statescope": 1, "link": "?lesson=shared-store&step=2"}',
  '{"statescope": 99}',
];

/** Where a monkey starts, and what it does there. */
export interface Session {
  readonly lesson: string;
  readonly actions: readonly MonkeyAction[];
}

export function drawnSession(seed: number, count: number): Session {
  const random = xoroshiro128plus(seed);
  const upTo = (max: number) => uniformInt(random, 0, max);
  const walk = drawnActions(seed, count);
  const action = (index: number): MonkeyAction => {
    const kind = upTo(19);
    const walked = walk.actions[index];
    if (walked !== undefined && kind < 8) return walked;
    if (kind < 10) {
      const code = moreKeys[upTo(moreKeys.length - 1)] ?? 'Escape';
      return { kind: 'key', code, name: code };
    }
    if (kind < 13) {
      const place = upTo(99);
      return { kind: 'button', index: place, name: `button ${place}` };
    }
    if (kind === 13 || kind === 14) {
      const [x, y] = [upTo(999), upTo(999)];
      const how = kind === 13 ? 'click' : 'tap';
      return { kind: how, x, y, name: `${how} ${x} ${y}` };
    }
    if (kind === 15) return { kind: 'wheel', deltaY: upTo(1_600) - 800, name: 'wheel' };
    if (kind === 16) {
      const text = texts[upTo(texts.length - 1)] ?? '';
      return { kind: 'drop', text, name: `drop ${JSON.stringify(text.slice(0, 20))}` };
    }
    const rest =
      (['back', 'forward', 'reload', 'back', 'forward', 'offline', 'rotate'] as const)[upTo(6)] ?? 'back';
    return { kind: rest, name: rest };
  };
  const lesson = lessons[upTo(lessons.length - 1)]?.id ?? 'clerk';
  return { lesson, actions: Array.from({ length: count }, (_, index) => action(index)) };
}

/** Long enough for any write of the address, during playback as well. */
const SETTLE_MS = 8_000;
const POLL_MS = 60;

/** Repeats what a navigation interrupts: opening a run file reloads the page a moment later. */
export async function despiteNavigation<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let attempts = 0; ; attempts += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempts === 5 || !/context was destroyed|navigati|reading 'run'/i.test(String(error))) throw error;
    }
  }
}

export class Monkey {
  readonly #page: Page;
  /** Errors of the page since the last check. */
  readonly #errors: string[] = [];
  #isOffline = false;
  /** What couldn't be loaded without a network. The page may report it only once the network is back. */
  readonly #notLoaded = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
    page.on('pageerror', (error) => this.#errors.push(String(error)));
    page.on('console', (message) => {
      // Without a network, what can't be loaded is reported.
      const isExpected =
        this.#isOffline ||
        /ERR_INTERNET_DISCONNECTED|Unable to preload CSS/.test(message.text()) ||
        [...this.#notLoaded].some((url) => message.text().includes(url));
      if (message.type() === 'error' && !isExpected) this.#errors.push(message.text());
    });
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'net::ERR_INTERNET_DISCONNECTED')
        this.#notLoaded.add(request.url());
    });
    page.on('dialog', (dialog) => void dialog.dismiss());
    // Windows that the page opens, such as the presenter's.
    page.on('popup', (popup) => void popup.close());
  }

  async begin({ lesson }: Session): Promise<void> {
    await resize(this.#page, { width: 1366, height: 768 });
    await this.#page.goto(`./?lesson=${lesson}&lang=en`);
    await this.#isReady();
  }

  async act(action: MonkeyAction): Promise<void> {
    const page = this.#page;
    switch (action.kind) {
      case 'key':
        return page.keyboard.press(action.code);
      case 'size':
        return resize(page, action);
      case 'letters':
        return page.evaluate((px) => {
          document.documentElement.style.fontSize = `${px}px`;
        }, action.px);
      case 'rotate': {
        const { width, height } = page.viewportSize() ?? { width: 1366, height: 768 };
        return resize(page, { width: height, height: width });
      }
      case 'button':
        return page.evaluate((index) => {
          const scope = document.querySelector('dialog[open]') ?? document;
          // Those that lead out of the page, or to a dialog of the system, are left out.
          const buttons = [...scope.querySelectorAll<HTMLElement>('button:not(:disabled), summary')].filter(
            (each) =>
              each.checkVisibility() &&
              !/Print|Presenter|발표자|인쇄|file|full screen/i.test(each.innerText + each.title),
          );
          buttons[index % Math.max(1, buttons.length)]?.click();
        }, action.index);
      case 'click':
      case 'tap': {
        const { width, height } = page.viewportSize() ?? { width: 1366, height: 768 };
        const [x, y] = [(action.x / 1_000) * width, (action.y / 1_000) * height];
        const isLink = await page.evaluate(
          ([left, top]) =>
            document
              .elementFromPoint(left, top)
              ?.closest('a[target], a[download], select, input[type=file], label:has(input[type=file])') !==
            null,
          [x, y] as const,
        );
        if (isLink) return;
        return action.kind === 'tap' ? page.touchscreen.tap(x, y) : page.mouse.click(x, y);
      }
      case 'wheel':
        return page.mouse.wheel(0, action.deltaY);
      case 'drop':
        return page.evaluate((text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.setData('text/plain', text);
          const init = { dataTransfer, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent('drop', init));
        }, action.text);
      case 'back':
        await page.goBack({ waitUntil: 'commit' }).catch(() => null);
        // The page before this one isn't the monkey's.
        // Until the browser has attached it, it can't be left either.
        while (page.url() === 'about:blank') {
          await page.goForward({ waitUntil: 'commit' }).catch(() => page.waitForTimeout(POLL_MS));
        }
        return this.#isReady();
      case 'forward':
        await page.goForward({ waitUntil: 'commit' }).catch(() => null);
        return this.#isReady();
      case 'reload':
        await page.reload();
        return this.#isReady();
      case 'offline':
        this.#isOffline = true;
        await page.context().setOffline(true);
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Digit1');
        await page.context().setOffline(false);
        this.#isOffline = false;
        return;
      default:
        throw new Error(`Unknown action ${action satisfies never}`);
    }
  }

  /** @returns What is wrong now; null if nothing is. */
  async fault(): Promise<string | null> {
    const until = Date.now() + SETTLE_MS;
    for (;;) {
      if (this.#errors.length > 0) return `error: ${this.#errors.splice(0).join(' | ')}`;
      const found = wrongIn(await despiteNavigation(() => this.#page.evaluate(lookAround)));
      if (found === null || Date.now() > until) return found;
      await this.#page.waitForTimeout(POLL_MS);
    }
  }

  async #isReady(): Promise<void> {
    await this.#page.waitForFunction(() => document.querySelector('#root main') !== null, null, {
      timeout: 20_000,
    });
  }
}

interface Surroundings {
  readonly search: string;
  readonly hash: string;
  readonly language: string;
  /** Null while the stage isn't shown. */
  readonly slider: { readonly value: number; readonly max: number } | null;
  readonly said: string;
  readonly isImported: boolean;
  readonly isPredicting: boolean;
  readonly sidewaysPx: number;
  readonly focusIsLost: boolean;
}

/** Runs in the page. All at once, because the page may be playing. */
function lookAround(): Surroundings {
  const root = document.documentElement;
  const slider = document.querySelector<HTMLInputElement>('main input[type=range]');
  const dialog = document.querySelector('dialog[open]');
  return {
    search: location.search,
    hash: location.hash,
    language: root.lang,
    slider: slider === null ? null : { value: Number(slider.value), max: Number(slider.max) },
    said: [...document.querySelectorAll('[role=status]')].map((each) => each.textContent).join(' '),
    isImported: location.hash.startsWith('#diagram='),
    isPredicting: new URLSearchParams(location.search).has('predict'),
    sidewaysPx: root.scrollWidth - root.clientWidth,
    focusIsLost: dialog !== null && !dialog.contains(document.activeElement),
  };
}

function wrongIn(seen: Surroundings): string | null {
  if (seen.sidewaysPx > 0) return `the page scrolls sideways by ${seen.sidewaysPx} px`;
  if (seen.focusIsLost) return 'the focus is outside of the open dialog';
  if (seen.slider === null || seen.isImported) return null;
  const link = parseLink(seen.search, seen.hash);
  if (link.problems.length > 0) return `the address has ${JSON.stringify(link.problems)}`;
  const { state } = open(link, seen.language === 'ko' ? korean : english);
  const step = timelineIndex(state) + 1;
  // While comparing, an address has the run's own step, which can belong to several pairs.
  const { comparison } = state;
  const isSamePair = comparison?.pairs[seen.slider.value - 1]?.own === state.step;
  if (step !== seen.slider.value && !isSamePair)
    return `the address is at ${step}, the stage at ${seen.slider.value}`;
  const sentence = state.recording.diagram.steps[state.step]?.sentence ?? '';
  if (!seen.isPredicting && !seen.said.includes(sentence)) {
    return `the address shows “${sentence}”, the stage “${seen.said}”`;
  }
  return null;
}
