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
  /**
   * Calls back later, once.
   *
   * @returns Ends the wait. Default: `setTimeout`.
   */
  readonly after?: (ms: number, work: () => void) => () => void;
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
const DEATHS_MAX = 2;
/** A worker is overdue when the others have each answered about this many times since it got its batch. */
const OVERDUE_ANSWERS = 20;
/**
 * If no worker answers for this long, one more is started. That costs a thread and nothing else, so a machine that is
 * only slow ends with the same results. The time doubles with each of them.
 */
const QUIET_MS = 10_000;

/** A batch on its way. A second worker repeats it if the first one is overdue; the earlier answer counts. */
interface Task {
  readonly batch: Batch;
  /** Workers that have it now. */
  holders: number;
  /** Workers that died of it. */
  deaths: number;
  isDone: boolean;
}

interface Assignment {
  readonly task: Task;
  readonly startedMs: number;
  /** Number of answers before it. The answers are the clock, so a slow machine has a slow clock. */
  readonly startedAt: number;
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
  readonly #retries: Task[] = [];
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
  #endWait = () => {};

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
    this.#awaitAnswers(QUIET_MS);
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

  /** All workers can stop without an error, and the only one. Then no other answers, and none is overdue. */
  #awaitAnswers(ms: number): void {
    if (this.#status !== 'running') return;
    const before = this.#answers;
    this.#endWait = (this.#options.after ?? afterTimeout)(ms, () => {
      const areQuiet = this.#answers === before;
      if (areQuiet) this.#hire();
      this.#awaitAnswers(areQuiet ? 2 * ms : ms);
    });
  }

  #assign(worker: LabWorker): void {
    if (this.#status !== 'running') return;
    const task = this.#retries.shift() ?? this.#overdueTask() ?? this.#nextTask() ?? this.#unfinishedTask();
    if (task === null) {
      if (![...this.#jobs.values()].some((job) => !job.task.isDone)) this.#end('done');
      return;
    }
    task.holders += 1;
    this.#jobs.set(worker, { task, startedMs: this.#options.nowMs(), startedAt: this.#answers });
    worker.post({ kind: 'batch', batch: task.batch });
  }

  #overdueTask(): Task | null {
    return this.#heldByOne((job) => this.#isOverdue(job));
  }

  /** With nothing else left to do. A worker that stopped without an error never answers. */
  #unfinishedTask(): Task | null {
    return this.#heldByOne(() => true);
  }

  #heldByOne(isMeant: (job: Assignment) => boolean): Task | null {
    for (const job of this.#jobs.values()) {
      if (!job.task.isDone && job.task.holders === 1 && isMeant(job)) return job.task;
    }
    return null;
  }

  #isOverdue({ startedAt }: Assignment): boolean {
    const workers = Math.max(this.#options.workers, this.#workers.size);
    return this.#answers - startedAt >= OVERDUE_ANSWERS * workers;
  }

  #nextTask(): Task | null {
    if (this.#next >= this.#total) return null;
    const from = this.#next;
    // No worker gets more than its share of what is left, so that all of them end together.
    const share = Math.ceil((this.#total - from) / (2 * this.#options.workers));
    const end = Math.min(this.#total, from + Math.max(1, Math.min(this.#batchUnits, share)));
    this.#next = end;
    return { batch: this.#batchOf(from, end), holders: 0, deaths: 0, isDone: false };
  }

  #batchOf(from: number, end: number): Batch {
    const { index, of } = this.#shard;
    return { from: index + from * of, end: index + end * of, step: of };
  }

  #hear(worker: LabWorker, { results, problem }: WorkAnswer): void {
    const job = this.#jobs.get(worker);
    if (this.#status !== 'running' || job === undefined) return;
    this.#jobs.delete(worker);
    job.task.holders -= 1;
    const isFirst = !job.task.isDone;
    if (isFirst) {
      job.task.isDone = true;
      this.#answers += 1;
      for (const each of results) this.#job.take(each);
      this.#done += results.length;
      this.#problem ??= problem;
      this.#adapt(job);
    }
    this.#assign(worker);
    if (!isFirst || this.#status !== 'running') return;
    this.#report();
    this.#replaceOvertaken(job);
  }

  /** Another worker began the same batch much later and has finished it, so this one has stopped. */
  #replaceOvertaken({ task, startedAt }: Assignment): void {
    for (const [worker, job] of [...this.#jobs]) {
      if (job.task === task && job.startedAt < startedAt && this.#isOverdue(job)) this.#bury(worker);
    }
  }

  /** Batches grow until they take long enough. */
  #adapt({ task: { batch }, startedMs }: Assignment): void {
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
    this.#giveBack(job.task);
    this.#report();
    // If workers only die, there's no point in hiring more.
    if (this.#answers === 0 && this.#deaths > 2 * this.#options.workers) {
      this.#end('failed');
    } else if (this.#workers.size < this.#options.workers) this.#hire();
  }

  /** After the death of a worker that had it. */
  #giveBack(task: Task): void {
    task.holders -= 1;
    if (task.isDone) return;
    task.deaths += 1;
    if (task.deaths >= DEATHS_MAX) this.#failTask(task);
    else if (task.holders === 0) this.#retries.push(task);
  }

  #failTask(task: Task): void {
    task.isDone = true;
    for (let unit = task.batch.from; unit < task.batch.end; unit += task.batch.step) {
      this.#job.fail(unit);
      this.#done += 1;
    }
  }

  #end(status: SweepState['status']): void {
    this.#status = status;
    this.#endWait();
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

function afterTimeout(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
