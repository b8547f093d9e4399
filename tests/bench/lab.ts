/** The lab: the sweep against a bare loop, the first point on the plot, and long tasks of the page during a sweep. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import clerk from '../../src/challenges/the-clerk-forgets/challenge.ts';
import { type LabWorker, startSweep } from '../../src/lab/pool.ts';
import { repairedWith } from '../../src/lab/repair/challenge.ts';
import { scheduleCount, trialOf } from '../../src/lab/repair/trial.ts';
import { startTrial } from '../../src/lab/repair/verdict.ts';
import { usualFaultKinds } from '../../src/lab/search/faults.ts';
import { type Schedule, schedulesOf, searchPlanOf } from '../../src/lab/search/plan.ts';
import { trySchedule } from '../../src/lab/search/try-schedule.ts';
import { defaultStudy, runCount, type Study } from '../../src/lab/study.ts';
import clerkLesson from '../../src/lessons/clerk/lesson.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { withVariant } from '../../src/simulation/variants.ts';
import { runOf } from '../../src/trace/run.ts';
import { studyCode } from '../../src/url/study-code.ts';
import { withPage } from './page.ts';
import { quantile } from './quantile.ts';
import type { Row } from './row.ts';

const study: Study = { ...defaultStudy, runsPerPoint: 4 };
const EFFICIENCY_BUDGET = 0.9;
const FIRST_POINT_BUDGET_MS = 300;
const CHALLENGE_BUDGET_MS = 2_000;
const SEARCH_BUDGET_MS = 5_000;
const EVENTS_MAX = 500_000;
const ROUNDS = 5;
const SWEEP_ROUNDS = 3;
const TIMEOUT_MS = 180_000;
/** Until the workers have started. */
const SETTLE_MS = 1_500;

export async function measure(): Promise<Row[]> {
  return [...(await throughput()), await challenge(), await search(), ...(await page())];
}

/**
 * The same runs, one after the other on one thread, and on a thread for each core; in turns, so that a slow minute hits all.
 * A loop on each thread, without the sweep, shows what the machine's cores are worth beside each other.
 */
async function throughput(): Promise<Row[]> {
  const cores = availableParallelism();
  const [bareMs, eachMs, sweepMs]: [number[], number[], number[]] = [[], [], []];
  const loops = Array.from({ length: cores }, () => new Worker(workerFile('bare-loop')));
  await withThreads(cores, async (createWorker) => {
    for (let round = 0; round <= SWEEP_ROUNDS; round += 1) {
      const bare = await timed(() => runLoops(loops.slice(0, 1)));
      const each = await timed(() => runLoops(loops));
      const sweep = await timed(() => sweepOn(createWorker, study, cores));
      // The first round compiles the code, on each thread.
      if (round === 0) continue;
      bareMs.push(bare);
      eachMs.push(each);
      sweepMs.push(sweep);
    }
  });
  await Promise.all(loops.map((loop) => loop.terminate()));
  const [bare, each, sweep] = [quantile(bareMs, 0.5), quantile(eachMs, 0.5), quantile(sweepMs, 0.5)];
  const runs = runCount(study);
  const ratio = bare / sweep;
  return [
    { what: 'lab: a bare loop on one core', figure: `${((runs * 1_000) / bare).toFixed(0)} runs/s` },
    {
      what: `  a bare loop on each of ${cores} cores, at once`,
      figure: `${((cores * runs * 1_000) / each).toFixed(0)} runs/s, ${((cores * bare) / each).toFixed(2)} ×`,
    },
    {
      what: `  the sweep on ${cores} cores`,
      figure: `${((runs * 1_000) / sweep).toFixed(0)} runs/s, ${ratio.toFixed(2)} ×`,
      budget: `≥ ${(EFFICIENCY_BUDGET * cores).toFixed(1)} ×`,
      isWithin: ratio >= EFFICIENCY_BUDGET * cores,
    },
  ];
}

/** Each does all runs of the study. */
async function runLoops(loops: readonly Worker[]): Promise<void> {
  await Promise.all(
    loops.map((loop) => {
      loop.postMessage(study);
      return once(loop, 'message');
    }),
  );
}

function workerFile(name: string): string {
  return join(import.meta.dirname, `../../node_modules/.cache/bench/${name}.js`);
}

async function timed(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/** Threads that serve several jobs, one after the other. */
async function withThreads(
  count: number,
  work: (createWorker: () => LabWorker) => Promise<void>,
): Promise<void> {
  const file = workerFile('lab-worker');
  const threads = Array.from({ length: count }, () => new Worker(file));
  const idle = [...threads];
  const create = (): LabWorker => {
    const worker = idle.pop() ?? new Worker(file);
    return {
      post: (request) => worker.postMessage(request),
      listen(onAnswer, onDeath) {
        worker.removeAllListeners();
        worker.on('message', onAnswer);
        worker.on('error', onDeath);
      },
      terminate: () => void idle.push(worker),
    };
  };
  await work(create);
  await Promise.all(threads.map((worker) => worker.terminate()));
}

function sweepOn(createWorker: () => LabWorker, of: Study, workers: number): Promise<void> {
  return new Promise((resolve) => {
    startSweep(of, {
      workers,
      createWorker,
      nowMs: () => performance.now(),
      onProgress: ({ status }) => {
        if (status !== 'running') resolve();
      },
    });
  });
}

/** Whole tests of the first challenge, on a thread for each core. */
async function challenge(): Promise<Row> {
  const cores = availableParallelism();
  const scenario = repairedWith(clerk, { strategy: 'shared-store' });
  const trial = trialOf(clerk, runOf(scenario, [], { eventsMax: EVENTS_MAX }));
  const tookMs: number[] = [];
  await withThreads(cores, async (createWorker) => {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const startMs = performance.now();
      await new Promise<void>((resolve) => {
        startTrial(trial, {
          workers: cores,
          createWorker,
          nowMs: () => performance.now(),
          onProgress: ({ status }) => {
            if (status !== 'running') resolve();
          },
        });
      });
      // The first one warms up the threads.
      if (round > 0) tookMs.push(performance.now() - startMs);
    }
  });
  const median = quantile(tookMs, 0.5);
  return {
    what: `  a challenge’s test of ${scheduleCount(trial)} schedules on ${cores} cores`,
    figure: `${(median / 1_000).toFixed(2)} s (median of ${ROUNDS})`,
    budget: `≤ ${CHALLENGE_BUDGET_MS / 1_000} s`,
    isWithin: median <= CHALLENGE_BUDGET_MS,
  };
}

/** All single faults, and all pairs of the others, of the clerk's lesson under every strategy, on this thread alone. */
async function search(): Promise<Row> {
  let tried = 0;
  const tookMs = await timed(() => {
    for (const strategy of strategyIds) {
      const run = runOf(withVariant(clerkLesson.scenario, strategy), [], { eventsMax: EVENTS_MAX });
      const plan = searchPlanOf(run, { property: 'session-lost', kinds: usualFaultKinds });
      const breaking = (schedule: Schedule) => {
        tried += 1;
        return trySchedule(plan, schedule) !== null;
      };
      const alone = schedulesOf(plan, 'singles', new Set()).all.filter(breaking).flat();
      schedulesOf(plan, 'pairs', new Set(alone)).all.forEach(breaking);
    }
  });
  return {
    what: `  all faults and pairs of the first lesson, every strategy: ${tried} runs on one core`,
    figure: `${(tookMs / 1_000).toFixed(1)} s`,
    budget: `≤ ${SEARCH_BUDGET_MS / 1_000} s`,
    isWithin: tookMs <= SEARCH_BUDGET_MS,
  };
}

/** From pressing Run to the first point, and the page's long tasks until the sweep is done. */
function page(): Promise<Row[]> {
  return withPage(async (browser, url) => {
    const view = await browser.newPage({ serviceWorkers: 'block' });
    // A sweep takes long on a machine that does other work.
    view.setDefaultTimeout(TIMEOUT_MS);
    await view.addInitScript(() => {
      const durations: number[] = [];
      Object.assign(window, { longTasks: durations });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) durations.push(duration);
      }).observe({ type: 'longtask' });
    });
    const firstMs: number[] = [];
    const tasks: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await view.goto(`${url}?page=lab&lang=en&entry=${studyCode(study)}`);
      await view.locator('button[type=submit]:enabled').waitFor();
      await view.waitForTimeout(SETTLE_MS);
      // Loading the page isn't part of the sweep.
      await view.evaluate(() => {
        (window as unknown as { longTasks: number[] }).longTasks.length = 0;
      });
      firstMs.push(await view.evaluate(firstPoint));
      await view.getByText(/^([\d,]+) of \1 runs$/).waitFor();
      tasks.push(...(await view.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)));
    }
    await view.close();
    const median = quantile(firstMs, 0.5);
    return [
      {
        what: '  first point on the plot after Run',
        figure: `${median.toFixed(0)} ms (median of ${ROUNDS})`,
        budget: `≤ ${FIRST_POINT_BUDGET_MS} ms`,
        isWithin: median <= FIRST_POINT_BUDGET_MS,
      },
      {
        what: `  long tasks of the page during ${ROUNDS} sweeps`,
        figure:
          tasks.length === 0 ? 'none' : `${tasks.length}, the longest ${Math.max(...tasks).toFixed(0)} ms`,
        budget: 'none',
        isWithin: tasks.length === 0,
      },
    ];
  });
}

/** In the page. */
function firstPoint(): Promise<number> {
  const startMs = performance.now();
  document.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[data-point]') !== null) resolve(performance.now() - startMs);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
