/** Random use: three short sessions with fixed seeds; `npm run monkey` runs long ones. */
import { type Browser, type BrowserContextOptions, expect, test } from '@playwright/test';
import { violations } from '../support/axe.ts';
import {
  despiteNavigation,
  drawnSession,
  Monkey,
  type MonkeyAction,
  type Session,
} from '../support/monkey.ts';

const minutes = Number(process.env.STATESCOPE_MONKEY_MINUTES ?? 0);
const firstSeed = Number(process.env.STATESCOPE_MONKEY_SEED ?? 1);

const SHORT_ACTIONS = 25;
const LONG_ACTIONS = 120;
/** axe takes a second or more. */
const ACTIONS_PER_AXE = 60;
const SHORTENING_RUNS_MAX = 60;
const HEAP_GROWTH_BYTES_MAX = 30_000_000;

interface Failure {
  readonly fault: string;
  /** Number of actions up to the failure. */
  readonly count: number;
}

const options = (baseURL: string | undefined): BrowserContextOptions => ({
  ...(baseURL !== undefined && { baseURL }),
  hasTouch: true,
  reducedMotion: 'reduce',
  locale: 'en-US',
  serviceWorkers: 'block',
});

/** @returns The first failure; null if there's none. */
async function played(
  browser: Browser,
  baseURL: string | undefined,
  { lesson, actions }: Session,
): Promise<Failure | null> {
  const context = await browser.newContext(options(baseURL));
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const monkey = new Monkey(page);
    await monkey.begin({ lesson, actions });
    const cdp = await context.newCDPSession(page);
    const heapBytes = async () => {
      await cdp.send('HeapProfiler.collectGarbage');
      return (await cdp.send('Runtime.getHeapUsage')).usedSize;
    };
    const before = await heapBytes();
    for (const [index, action] of actions.entries()) {
      await despiteNavigation(() => monkey.act(action));
      const fault = await monkey.fault();
      if (fault !== null) return { fault, count: index + 1 };
      if (index % ACTIONS_PER_AXE === ACTIONS_PER_AXE - 1) {
        const found = await despiteNavigation(() => violations(page));
        if (found.length > 0) return { fault: `axe: ${found.join(' | ')}`, count: index + 1 };
      }
    }
    const grown = (await heapBytes()) - before;
    return grown > HEAP_GROWTH_BYTES_MAX
      ? { fault: `the heap has grown by ${grown} bytes`, count: actions.length }
      : null;
  } finally {
    await context.close();
  }
}

/** Leaves out actions, in ever smaller groups, for as long as the session still fails. */
async function shortened(
  play: (session: Session) => Promise<Failure | null>,
  session: Session,
): Promise<Session> {
  let { actions } = session;
  let runs = 0;
  for (let size = Math.ceil(actions.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < actions.length && runs < SHORTENING_RUNS_MAX; ) {
      const fewer: readonly MonkeyAction[] = actions.toSpliced(at, size);
      runs += 1;
      const failure = await play({ ...session, actions: fewer });
      if (failure === null) at += size;
      else actions = fewer.slice(0, failure.count);
    }
  }
  return { ...session, actions };
}

async function fails(browser: Browser, baseURL: string | undefined, seed: number, count: number) {
  const play = (session: Session) => played(browser, baseURL, session);
  const session = drawnSession(seed, count);
  const failure = await play(session);
  if (failure === null) return null;
  const failed = { ...session, actions: session.actions.slice(0, failure.count) };
  const least = minutes > 0 ? await shortened(play, failed) : failed;
  const list = least.actions.map(({ name }) => `  ${name}`).join('\n');
  return `seed ${seed}, lesson ${session.lesson}: ${failure.fault}\n${list}`;
}

if (minutes > 0) {
  test('random use for a long time', async ({ browser, baseURL }) => {
    test.setTimeout(0);
    const until = Date.now() + minutes * 60_000;
    const found: string[] = [];
    let seed = firstSeed;
    for (; Date.now() < until; seed += 1) {
      const failure = await fails(browser, baseURL, seed, LONG_ACTIONS);
      if (failure === null) continue;
      found.push(failure);
      console.log(failure);
    }
    console.log(`${(seed - firstSeed) * LONG_ACTIONS} actions at most, seeds ${firstSeed} to ${seed - 1}`);
    expect(found).toEqual([]);
  });
} else {
  for (const seed of [1, 2, 3]) {
    test(`random use finds no fault (seed ${seed})`, async ({ browser, baseURL }) => {
      expect(await fails(browser, baseURL, seed, SHORT_ACTIONS)).toBeNull();
    });
  }
}
