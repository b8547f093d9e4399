import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LabWorker,
  type PoolJob,
  type PoolState,
  type SweepState,
  startJob,
  startSweep,
} from '../../src/lab/pool.ts';
import type { Results } from '../../src/lab/results.ts';
import { createSliceWorker } from '../../src/lab/slices.ts';
import { runCount, type Study } from '../../src/lab/study.ts';
import type { WorkAnswer } from '../../src/lab/work.ts';
import { fileOf } from './file-text.ts';
import { smallStudy } from './small-study.ts';

/** Runs callbacks in an order that the test chooses, so that workers answer in any order. */
class Agenda {
  readonly #due: (() => void)[] = [];
  readonly #pick: (count: number) => number;

  constructor(pick: (count: number) => number) {
    this.#pick = pick;
  }

  readonly later = (work: () => void): void => {
    this.#due.push(work);
  };

  run(limit = Number.POSITIVE_INFINITY): void {
    for (let count = 0; this.#due.length > 0 && count < limit; count += 1) {
      const [work] = this.#due.splice(this.#pick(this.#due.length), 1);
      work?.();
    }
  }
}

/** A clock that ticks when the test says so. */
class Ticker {
  #due: (() => void) | null = null;

  readonly after = (_ms: number, work: () => void): (() => void) => {
    this.#due = work;
    return () => {
      this.#due = null;
    };
  };

  get isOff(): boolean {
    return this.#due === null;
  }

  tick(): void {
    this.#due?.();
  }
}

interface Options {
  readonly workers?: number;
  readonly pick?: (count: number) => number;
  readonly shard?: { readonly index: number; readonly of: number };
  readonly wrap?: (worker: LabWorker, number: number) => LabWorker;
  readonly ticker?: Ticker;
  /** Runs so far. */
  readonly results?: Results;
}

function sweep(
  study: Study,
  {
    workers = 2,
    pick = () => 0,
    shard,
    wrap = (worker) => worker,
    ticker = new Ticker(),
    results,
  }: Options = {},
) {
  const agenda = new Agenda(pick);
  const states: SweepState[] = [];
  let hired = 0;
  let nowMs = 0;
  const options = {
    workers,
    createWorker: () => {
      hired += 1;
      return wrap(createSliceWorker(agenda.later), hired);
    },
    nowMs: () => {
      nowMs += 10;
      return nowMs;
    },
    onProgress: (state: SweepState) => states.push(state),
    after: ticker.after,
    ...(shard !== undefined && { shard }),
  };
  const run = startSweep(study, options, results);
  return { run, agenda, states, last: () => states.at(-1) as SweepState, hired: () => hired };
}

function fileFrom(study: Study, options: Options = {}): string {
  const { agenda, last } = sweep(study, options);
  agenda.run();
  expect(last().status).toBe('done');
  return fileOf(last().results);
}

/** A worker that dies when it gets its `nth` batch. */
function mortal(worker: LabWorker, nth: number): LabWorker {
  let die = () => {};
  let batches = 0;
  return {
    ...worker,
    listen(onAnswer, onDeath) {
      die = onDeath;
      worker.listen(onAnswer, onDeath);
    },
    post(request) {
      if (request.kind === 'batch') batches += 1;
      if (batches === nth) queueMicrotask(die);
      else worker.post(request);
    },
  };
}

/** A worker that no longer answers from its `nth` batch on, and reports no error. */
function silent(worker: LabWorker, nth: number): LabWorker {
  let batches = 0;
  return {
    ...worker,
    post(request) {
      if (request.kind === 'batch') batches += 1;
      if (batches < nth) worker.post(request);
    },
  };
}

/** A job of 1,000 units in batches of one, on workers that each need some ticks for a batch. Later workers need one. */
function poolOf({ slowness }: { readonly slowness: readonly number[] }) {
  const due: { readonly tick: number; readonly work: () => void }[] = [];
  const took: number[] = [];
  let tick = 0;
  let hired = 0;
  let nowMs = 0;
  let state: PoolState | null = null;
  const createWorker = (): LabWorker => {
    const ticks = slowness[hired] ?? 1;
    hired += 1;
    let answer: (answer: WorkAnswer) => void = () => {};
    return {
      listen: (onAnswer) => {
        answer = onAnswer;
      },
      post(request) {
        if (request.kind !== 'batch') return;
        const results = [{ unit: request.batch.from, numbers: [] }];
        due.push({ tick: tick + ticks, work: () => answer({ results, problem: null }) });
      },
      terminate: () => {},
    };
  };
  const job: PoolJob = {
    setup: { kind: 'study', study: smallStudy },
    units: 1_000,
    take: ({ unit }) => took.push(unit),
    fail: () => {},
  };
  startJob(job, {
    workers: slowness.length,
    createWorker,
    nowMs: () => {
      nowMs += 100;
      return nowMs;
    },
    onProgress: (now) => {
      state = now;
    },
  });
  while (due.some((each) => Number.isFinite(each.tick)) && (state as PoolState | null)?.status !== 'done') {
    due.sort((one, other) => one.tick - other.tick);
    const next = due.shift();
    tick = next?.tick ?? tick;
    next?.work();
  }
  return { state, took, hired };
}

const whole = fileFrom(smallStudy);

describe('a sweep', () => {
  it('gives the same file whatever the number of workers, and in whatever order they answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.infiniteStream(fc.nat()), (workers, numbers) => {
        const pick = (count: number) => Number(numbers.next().value) % count;
        expect(fileFrom(smallStudy, { workers, pick })).toBe(whole);
      }),
      { numRuns: 8 },
    );
  });

  it('gives the same file in shards', () => {
    const [first, second, third] = [0, 1, 2].map((index) =>
      fileFrom(smallStudy, { shard: { index, of: 3 } }),
    );
    const units = [first, second, third].flatMap((file) => (file ?? '').trim().split('\n').slice(1));
    expect(units.toSorted()).toEqual(whole.trim().split('\n').slice(1).toSorted());
  });

  it('keeps what is finished when it is cancelled', () => {
    const { run, agenda, last } = sweep(smallStudy);
    agenda.run(6);
    run.cancel();
    const { done } = last().results;
    expect(last().status).toBe('cancelled');
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(last().total);
    agenda.run();
    expect(last().results.done).toBe(done);
    expect(whole).toContain(fileOf(last().results).trim().split('\n')[1]);
  });

  it('reports its progress and the time left', () => {
    const { agenda, states, last } = sweep(smallStudy);
    agenda.run();
    const done = states.map(({ leftMs }) => leftMs);
    expect(done.every((leftMs) => leftMs !== null && leftMs >= 0)).toBe(true);
    expect(last().leftMs).toBe(0);
  });

  it('replaces a worker that dies, and repeats its batch', async () => {
    const { agenda, last } = sweep(smallStudy, {
      wrap: (worker, number) => (number === 1 ? mortal(worker, 2) : worker),
    });
    while (last()?.status !== 'done') {
      // Before the others have repeated its batch.
      agenda.run(1);
      await Promise.resolve();
    }
    expect(last().deaths).toBe(1);
    expect(fileOf(last().results)).toBe(whole);
  });

  it('leaves out a batch that kills two workers, and says so', async () => {
    // The worker that gets the first unit dies.
    const wrap = (worker: LabWorker): LabWorker => {
      let die = () => {};
      return {
        ...worker,
        listen(onAnswer, onDeath) {
          die = onDeath;
          worker.listen(onAnswer, onDeath);
        },
        post(request) {
          if (request.kind === 'batch' && request.batch.from === 0) queueMicrotask(die);
          else worker.post(request);
        },
      };
    };
    const { agenda, last } = sweep(smallStudy, { wrap });
    for (let turn = 0; turn < 100 && last()?.status !== 'done'; turn += 1) {
      agenda.run();
      await Promise.resolve();
    }
    expect(last().status).toBe('done');
    expect(last().deaths).toBe(2);
    expect(last().results.failed).toBe(1);
    expect(last().results.done).toBe(last().total);
  });

  it('finishes the batch of a worker that no longer answers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.infiniteStream(fc.nat()), (workers, numbers) => {
        const pick = (count: number) => Number(numbers.next().value) % count;
        const wrap = (worker: LabWorker, number: number) => (number === 1 ? silent(worker, 2) : worker);
        expect(fileFrom(smallStudy, { workers, pick, wrap })).toBe(whole);
      }),
      { numRuns: 8 },
    );
  });

  it('replaces a worker that no longer answers while the others go on', () => {
    const { state, took, hired } = poolOf({ slowness: [Number.POSITIVE_INFINITY, 1, 1] });
    expect(state).toMatchObject({ status: 'done', done: 1_000, deaths: 1 });
    expect(hired).toBe(4);
    expect(took.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 1_000 }, (_, unit) => unit),
    );
  });

  it.each([1, 2, 3])('goes on with another worker when all %d no longer answer', (workers) => {
    const ticker = new Ticker();
    const wrap = (worker: LabWorker, number: number) => (number <= workers ? silent(worker, 2) : worker);
    const { agenda, last, hired } = sweep(smallStudy, { workers, wrap, ticker });
    agenda.run();
    expect(last().status).toBe('running');
    ticker.tick();
    // They answered since the clock was started.
    expect(hired()).toBe(workers);
    for (let ticks = 0; ticks < workers; ticks += 1) {
      ticker.tick();
      agenda.run();
    }
    expect(last().status).toBe('done');
    expect(fileOf(last().results)).toBe(whole);
    expect(ticker.isOff).toBe(true);
  });

  it('starts no further worker while one answers', () => {
    const ticker = new Ticker();
    const { agenda, last, states, hired } = sweep(smallStudy, { workers: 1, ticker });
    while (last()?.status !== 'done') {
      const before = states.length;
      while (states.length === before) agenda.run(1);
      ticker.tick();
    }
    expect(hired()).toBe(1);
  });

  it('ends with the same runs when one more worker was started for a slow one', () => {
    const ticker = new Ticker();
    const { agenda, last } = sweep(smallStudy, { workers: 1, ticker });
    while (last()?.status !== 'done') {
      agenda.run(1);
      ticker.tick();
    }
    expect(last()).toMatchObject({ status: 'done', deaths: 0 });
    expect(fileOf(last().results)).toBe(whole);
  });

  it.each([
    { machine: 'a slow machine', slowness: [500, 500, 500] },
    { machine: 'a machine with a slow core', slowness: [10, 1, 1] },
    { machine: 'a machine with one core', slowness: [500] },
  ])('replaces no worker of $machine', ({ slowness }) => {
    const { state, took } = poolOf({ slowness });
    expect(state).toMatchObject({ status: 'done', done: 1_000, deaths: 0 });
    expect(new Set(took).size).toBe(took.length);
  });

  it('stops when workers only die', async () => {
    const { last } = sweep(smallStudy, { wrap: (worker) => mortal(worker, 1) });
    for (let turn = 0; turn < 100 && last()?.status !== 'failed'; turn += 1) await Promise.resolve();
    expect(last().status).toBe('failed');
  });

  it('goes on where it was cancelled, and gives the same runs', () => {
    const whole = sweep(smallStudy);
    whole.agenda.run();
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.infiniteStream(fc.nat()), (steps, picks) => {
        const pick = (count: number) => (picks.next().value ?? 0) % count;
        const first = sweep(smallStudy, { pick });
        first.agenda.run(steps);
        first.run.cancel();
        const before = first.last().results;
        const missing = before.firstMissing;
        const second = sweep(smallStudy, { pick, results: before });
        second.agenda.run();
        expect(second.last()).toMatchObject({ status: 'done', done: runCount(smallStudy) });
        expect(missing).toBeLessThanOrEqual(runCount(smallStudy));
        expect(fileOf(second.last().results)).toBe(fileOf(whole.last().results));
      }),
      { numRuns: 20 },
    );
  });
});
