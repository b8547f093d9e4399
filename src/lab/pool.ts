/**
 * Runs a job's units on a pool of workers. It gives each idle worker the next batch, so the results don't depend on how
 * many workers there are: a result depends on its unit alone. What a worker is, and what time it is, the caller says.
 */
import { Results } from './results.ts';
import { runCount, type Study } from './study.ts';
import type { Batch, Setup, UnitAnswer, WorkAnswer, WorkRequest } from './work.ts';

export interface LabWorker {
  post(request: WorkRequest): void;
  /** Called once, before the first request. */
  listen(onAnswer: (answer: WorkAnswer) => void, onDeath: () => void): void;
  terminate(): void;
}

interface WorkerOptions {
  readonly createWorker: () => LabWorker;
  readonly workers: number;
  readonly nowMs: () => number;
}

export interface PoolOptions extends WorkerOptions {
  /** Called after each batch, and at the end. */
  readonly onProgress: (sweep: SweepState) => void;
  /** This machine's share: every `of`-th unit from `index` on, from 0. Default: all of them. */
  readonly shard?: Shard;
}

/** Units of work of one kind, and what becomes of their results. */
export interface PoolJob {
  /** Tells each worker what its batches are about. */
  readonly setup: Setup;
  readonly units: number;
  /** Results come in any order. */
  take(answer: UnitAnswer): void;
  /** A unit that no worker survived. */
  fail(unit: number): void;
  /** The first unit to do. Default: 0. */
  readonly from?: number;
}

interface Shard {
  readonly index: number;
  readonly of: number;
}

/** How far a pool is. */
export interface PoolState {
  readonly status: 'running' | 'done' | 'cancelled' | 'failed';
  readonly total: number;
  /** Number of finished units. */
  readonly done: number;
  /** Null until it can be told. */
  readonly leftMs: number | null;
  /** Workers that died. Each was replaced. */
  readonly deaths: number;
  /** Why a run failed, if one did. */
  readonly problem: string | null;
}

export interface SweepState extends PoolState {
  readonly results: Results;
}

/** A sweep, a search or a trial on its way. */
export interface RunningJob {
  readonly cancel: () => void;
}

/** A batch takes about this long: short for the first point and for Cancel, long against the cost of a message. */
const BATCH_MS = 80;
const BATCH_UNITS_MAX = 500;
/** A batch that kills two workers isn't tried again. */
const TRIES_MAX = 2;

interface Assignment {
  readonly batch: Batch;
  readonly tries: number;
  readonly startedMs: number;
}

/** @param results Runs of the same study so far, to go on from. Not for a shard. */
export function startSweep(
  study: Study,
  options: PoolOptions,
  results: Results = new Results(study),
): RunningJob {
  const job: PoolJob = {
    setup: { kind: 'study', study },
    units: runCount(study),
    take(answer) {
      if ('numbers' in answer) results.add(answer);
    },
    fail: (unit) => results.add({ unit, numbers: null }),
    from: results.firstMissing,
  };
  return startJob(job, {
    ...options,
    onProgress: (state) => options.onProgress({ ...state, results }),
  });
}

interface JobOptions extends WorkerOptions {
  readonly onProgress: (state: PoolState) => void;
  readonly shard?: Shard;
}

export function startJob(job: PoolJob, options: JobOptions): RunningJob {
  return new PoolRun(job, options);
}

class PoolRun implements RunningJob {
  readonly #options: JobOptions;
  readonly #job: PoolJob;
  readonly #shard: Shard;
  /** Units of this shard. */
  readonly #total: number;
  readonly #jobs = new Map<LabWorker, Assignment>();
  readonly #workers = new Set<LabWorker>();
  readonly #retries: { readonly batch: Batch; readonly tries: number }[] = [];
  readonly #startedMs: number;
  /** Units that were done before. */
  readonly #from: number;
  /** Units of the shard that were given out. */
  #next = 0;
  #done = 0;
  #batchUnits = 1;
  #deaths = 0;
  #answers = 0;
  #problem: string | null = null;
  #status: SweepState['status'] = 'running';

  constructor(job: PoolJob, options: JobOptions) {
    this.#job = job;
    this.#options = options;
    this.#shard = options.shard ?? { index: 0, of: 1 };
    this.#total = Math.ceil(Math.max(0, job.units - this.#shard.index) / this.#shard.of);
    this.#startedMs = options.nowMs();
    this.#from = job.from ?? 0;
    this.#next = this.#from;
    this.#done = this.#from;
    const workers = Math.min(options.workers, Math.max(1, this.#total));
    for (let index = 0; index < workers; index += 1) this.#hire();
  }

  readonly cancel = (): void => {
    if (this.#status === 'running') this.#end('cancelled');
  };

  #hire(): void {
    const worker = this.#options.createWorker();
    this.#workers.add(worker);
    worker.listen(
      (answer) => this.#hear(worker, answer),
      () => this.#bury(worker),
    );
    worker.post(this.#job.setup);
    this.#assign(worker);
  }

  #assign(worker: LabWorker): void {
    if (this.#status !== 'running') return;
    const again = this.#retries.shift();
    const job = again ?? this.#nextJob();
    if (job === null) {
      if (this.#jobs.size === 0) this.#end('done');
      return;
    }
    this.#jobs.set(worker, { ...job, startedMs: this.#options.nowMs() });
    worker.post({ kind: 'batch', batch: job.batch });
  }

  #nextJob(): { readonly batch: Batch; readonly tries: number } | null {
    if (this.#next >= this.#total) return null;
    const from = this.#next;
    // No worker gets more than its share of what is left, so that all of them end together.
    const share = Math.ceil((this.#total - from) / (2 * this.#options.workers));
    const end = Math.min(this.#total, from + Math.max(1, Math.min(this.#batchUnits, share)));
    this.#next = end;
    return { batch: this.#batchOf(from, end), tries: 1 };
  }

  #batchOf(from: number, end: number): Batch {
    const { index, of } = this.#shard;
    return { from: index + from * of, end: index + end * of, step: of };
  }

  #hear(worker: LabWorker, { results, problem }: WorkAnswer): void {
    const job = this.#jobs.get(worker);
    if (this.#status !== 'running' || job === undefined) return;
    this.#jobs.delete(worker);
    this.#answers += 1;
    for (const each of results) this.#job.take(each);
    this.#done += results.length;
    this.#problem ??= problem;
    this.#adapt(job);
    this.#assign(worker);
    if (this.#status === 'running') this.#report();
  }

  /** Batches grow until they take long enough. */
  #adapt({ batch, startedMs }: Assignment): void {
    const tookMs = Math.max(0.1, this.#options.nowMs() - startedMs);
    const units = (batch.end - batch.from) / batch.step;
    const fitting = Math.floor((units * BATCH_MS) / tookMs);
    this.#batchUnits = Math.max(1, Math.min(BATCH_UNITS_MAX, 2 * this.#batchUnits, fitting));
  }

  #bury(worker: LabWorker): void {
    if (this.#status !== 'running' || !this.#workers.delete(worker)) return;
    worker.terminate();
    this.#deaths += 1;
    const job = this.#jobs.get(worker);
    this.#jobs.delete(worker);
    // It had nothing to do, and the others finish the rest.
    if (job === undefined) return;
    if (job.tries < TRIES_MAX) {
      this.#retries.push({ batch: job.batch, tries: job.tries + 1 });
    } else {
      for (let unit = job.batch.from; unit < job.batch.end; unit += job.batch.step) {
        this.#job.fail(unit);
        this.#done += 1;
      }
    }
    this.#report();
    // If workers only die, there's no point in hiring more.
    if (this.#answers === 0 && this.#deaths > 2 * this.#options.workers) {
      this.#end('failed');
    } else this.#hire();
  }

  #end(status: SweepState['status']): void {
    this.#status = status;
    for (const worker of this.#workers) worker.terminate();
    this.#workers.clear();
    this.#jobs.clear();
    this.#report();
  }

  #report(): void {
    this.#options.onProgress({
      status: this.#status,
      total: this.#total,
      done: this.#done,
      leftMs: this.#leftMs(),
      deaths: this.#deaths,
      problem: this.#problem,
    });
  }

  #leftMs(): number | null {
    const finished = this.#done - this.#from;
    if (finished === 0) return null;
    const perUnitMs = (this.#options.nowMs() - this.#startedMs) / finished;
    return Math.max(0, this.#total - this.#done) * perUnitMs;
  }
}
