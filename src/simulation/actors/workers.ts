/**
 * A server's workers. Each works on one request at a time, including the waits for other nodes, then takes the request
 * that has been queued the longest.
 */
import type { ClusterContext, ClusterEffect, ClusterMessage } from '../cluster.ts';
import type { HttpResponse } from '../protocols/http.ts';
import type { ServerCapacity } from '../scenario.ts';
import type { Answer, Flow } from './flow.ts';
import { byItsClock } from './server-clock.ts';

export interface WorkersOptions {
  readonly capacity: ServerCapacity;
  /** How long a worker waits for another node's response. */
  readonly patienceUs: number;
  readonly serve: (message: ClusterMessage, context: ClusterContext) => Flow<HttpResponse>;
  readonly answer: (
    message: ClusterMessage,
    response: HttpResponse,
    context: ClusterContext,
  ) => ClusterEffect;
}

/** A request in progress, and what its worker waits for. */
interface Job {
  readonly message: ClusterMessage;
  readonly waiting: Exclude<Flow<HttpResponse>, { kind: 'done' | 'perform' | 'leave-line' }>;
  /** ID of the exchange whose response the worker waits for. Responses to older exchanges are ignored. */
  readonly exchange: number;
}

/** Timers are numbers: with `n` workers, worker `w` uses timer `w` for waits and timer `n + w` for timeouts. */
export class Workers {
  readonly #options: WorkersOptions;
  readonly #count: number;
  readonly #jobs: (Job | undefined)[] = [];
  readonly #free: number[];
  readonly #line: { readonly message: ClusterMessage; readonly sinceUs: number }[] = [];
  /** Workers whose flows are in the line for the store, the present one first. */
  readonly #storeLine: number[] = [];
  #asked = 0;

  constructor(options: WorkersOptions) {
    this.#options = options;
    this.#count = options.capacity.workers;
    this.#free = Array.from({ length: this.#count }, (_, index) => this.#count - 1 - index);
  }

  /** True when every worker is free; then the queue is empty, too. */
  get areIdle(): boolean {
    return this.#free.length === this.#count;
  }

  /** @returns Whether a worker or a place in the queue was free. */
  take(message: ClusterMessage, context: ClusterContext, effects: ClusterEffect[]): boolean {
    const worker = this.#free.pop();
    if (worker !== undefined) this.#begin(worker, message, null, context, effects);
    else if (this.#line.length < this.#options.capacity.queueMax) {
      this.#line.push({ message, sinceUs: context.nowUs });
    } else return false;
    return true;
  }

  /** Handles the end of a worker's wait, or its timeout for another node. */
  wake(timer: number, context: ClusterContext): readonly ClusterEffect[] {
    const worker = timer % this.#count;
    const job = this.#jobs[worker];
    if (job === undefined) throw new Error(`Worker ${worker} of ${context.self} was woken without a job.`);
    const { message, waiting } = job;
    const itsTime = byItsClock(context);
    const flow =
      waiting.kind === 'ask' ? waiting.resume({ kind: 'failed' }, itsTime) : waiting.resume(itsTime);
    const effects: ClusterEffect[] = [];
    this.#advance(worker, message, flow, context, effects);
    return effects;
  }

  /** Handles the result of an exchange that a worker started. */
  hear(exchange: number, answer: Answer, context: ClusterContext): readonly ClusterEffect[] {
    const worker = exchange % this.#count;
    const job = this.#jobs[worker];
    if (job?.waiting.kind !== 'ask' || job.exchange !== exchange) return [];
    const effects: ClusterEffect[] = [{ kind: 'cancel-timer', timer: this.#count + worker }];
    const flow = job.waiting.resume(answer, byItsClock(context));
    this.#advance(worker, job.message, flow, context, effects);
    return effects;
  }

  /** @param queuedSinceUs Null for a request that didn't wait. */
  #begin(
    worker: number,
    message: ClusterMessage,
    queuedSinceUs: number | null,
    context: ClusterContext,
    effects: ClusterEffect[],
  ): void {
    const { request } = message;
    if (request !== null) {
      const queuedUs = queuedSinceUs === null ? 0 : context.nowUs - queuedSinceUs;
      effects.push({ kind: 'begin', request, queuedUs, wasQueued: queuedSinceUs !== null });
    }
    this.#advance(worker, message, this.#options.serve(message, byItsClock(context)), context, effects);
  }

  /** Runs a flow until it has to wait, and adds its effects to `effects`. */
  #advance(
    worker: number,
    message: ClusterMessage,
    flow: Flow<HttpResponse>,
    context: ClusterContext,
    effects: ClusterEffect[],
  ): void {
    let current = flow;
    while (current.kind === 'perform' || current.kind === 'leave-line') {
      if (current.kind === 'perform') for (const effect of current.effects) effects.push(effect);
      else this.#leaveLine(effects);
      current = current.next;
    }
    switch (current.kind) {
      case 'done':
        effects.push(this.#options.answer(message, current.result, byItsClock(context)));
        this.#release(worker, context, effects);
        return;
      case 'enter-line':
        this.#jobs[worker] = { message, waiting: current, exchange: 0 };
        if (this.#storeLine.push(worker) === 1)
          effects.push({ kind: 'set-timer', timer: worker, delayUs: 0 });
        return;
      case 'wait':
        this.#jobs[worker] = { message, waiting: current, exchange: 0 };
        effects.push({ kind: 'set-timer', timer: worker, delayUs: current.durationUs });
        return;
      case 'ask': {
        this.#asked += 1;
        const exchange = this.#asked * this.#count + worker;
        this.#jobs[worker] = { message, waiting: current, exchange };
        const { to, body } = current;
        effects.push({ kind: 'send', to, exchange, body, request: message.request });
        // A timeout has its own timer, separate from short waits: moving a timer later is free.
        const timer = this.#count + worker;
        effects.push({ kind: 'set-timer', timer, delayUs: this.#options.patienceUs });
        return;
      }
      default:
        throw new Error(`Unknown flow ${current satisfies never}`);
    }
  }

  /** It's the next worker's turn. */
  #leaveLine(effects: ClusterEffect[]): void {
    this.#storeLine.shift();
    const [next] = this.#storeLine;
    if (next !== undefined) effects.push({ kind: 'set-timer', timer: next, delayUs: 0 });
  }

  /** Frees the worker for the request that has been queued the longest. */
  #release(worker: number, context: ClusterContext, effects: ClusterEffect[]): void {
    this.#jobs[worker] = undefined;
    const next = this.#line.shift();
    if (next === undefined) this.#free.push(worker);
    else this.#begin(worker, next.message, next.sinceUs, context, effects);
  }
}
