/**
 * The workers of a server: each is at one request until that is answered, waits for others in between, and then takes
 * up whoever has waited longest in line.
 */
import type { ClusterContext, ClusterEffect, ClusterMessage } from '../cluster.ts';
import type { HttpResponse } from '../protocols/http.ts';
import type { ServerCapacity } from '../scenario.ts';
import type { Answer, Flow } from './flow.ts';

export interface WorkersOptions {
  readonly capacity: ServerCapacity;
  /** How long a worker waits for another node's answer. */
  readonly patienceUs: number;
  readonly serve: (message: ClusterMessage, context: ClusterContext) => Flow<HttpResponse>;
  readonly answer: (
    message: ClusterMessage,
    response: HttpResponse,
    context: ClusterContext,
  ) => ClusterEffect;
}

/** A request that a worker is at, and what it waits for. */
interface Job {
  readonly message: ClusterMessage;
  readonly waiting: Exclude<Flow<HttpResponse>, { kind: 'done' | 'perform' }>;
  /** The number of the exchange whose answer it waits for; whatever comes of an older one is ignored. */
  readonly exchange: number;
}

/** Its timers are numbers: worker 0 waits by timer 0, and is patient with others by timer `workers`. */
export class Workers {
  readonly #options: WorkersOptions;
  readonly #count: number;
  readonly #jobs: (Job | undefined)[] = [];
  readonly #free: number[];
  readonly #line: { readonly message: ClusterMessage; readonly sinceUs: number }[] = [];
  #asked = 0;

  constructor(options: WorkersOptions) {
    this.#options = options;
    this.#count = options.capacity.workers;
    this.#free = Array.from({ length: this.#count }, (_, index) => this.#count - 1 - index);
  }

  /** Nobody waits in line while a worker is free. */
  get areIdle(): boolean {
    return this.#free.length === this.#count;
  }

  /** @returns Whether there is a worker for this request, or a place in line. */
  take(message: ClusterMessage, context: ClusterContext, effects: ClusterEffect[]): boolean {
    const worker = this.#free.pop();
    if (worker !== undefined) this.#begin(worker, message, 0, context, effects);
    else if (this.#line.length < this.#options.capacity.queueMax) {
      this.#line.push({ message, sinceUs: context.nowUs });
    } else return false;
    return true;
  }

  /** A worker's wait is over, or its patience with somebody whom it asked. */
  wake(timer: number, context: ClusterContext): readonly ClusterEffect[] {
    const worker = timer % this.#count;
    const job = this.#jobs[worker];
    if (job === undefined) throw new Error(`Worker ${worker} of ${context.self} was woken and has no job.`);
    const { message, waiting } = job;
    const flow =
      waiting.kind === 'wait' ? waiting.resume(context) : waiting.resume({ kind: 'failed' }, context);
    const effects: ClusterEffect[] = [];
    this.#advance(worker, message, flow, context, effects);
    return effects;
  }

  /** What became of an exchange that a worker has begun. */
  hear(exchange: number, answer: Answer, context: ClusterContext): readonly ClusterEffect[] {
    const worker = exchange % this.#count;
    const job = this.#jobs[worker];
    if (job?.waiting.kind !== 'ask' || job.exchange !== exchange) return [];
    const effects: ClusterEffect[] = [{ kind: 'cancel-timer', timer: this.#count + worker }];
    this.#advance(worker, job.message, job.waiting.resume(answer, context), context, effects);
    return effects;
  }

  #begin(
    worker: number,
    message: ClusterMessage,
    queuedUs: number,
    context: ClusterContext,
    effects: ClusterEffect[],
  ): void {
    const { request } = message;
    if (request !== null) effects.push({ kind: 'begin', request, queuedUs });
    this.#advance(worker, message, this.#options.serve(message, context), context, effects);
  }

  /** Carries a flow on as far as it goes without waiting, and adds what it does to `effects`. */
  #advance(
    worker: number,
    message: ClusterMessage,
    flow: Flow<HttpResponse>,
    context: ClusterContext,
    effects: ClusterEffect[],
  ): void {
    let current = flow;
    while (current.kind === 'perform') {
      for (const effect of current.effects) effects.push(effect);
      current = current.next;
    }
    switch (current.kind) {
      case 'done':
        effects.push(this.#options.answer(message, current.result, context));
        this.#release(worker, context, effects);
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
        // A timer of its own: patience is long and waits are short, and a timer that is only put off costs nothing.
        const timer = this.#count + worker;
        effects.push({ kind: 'set-timer', timer, delayUs: this.#options.patienceUs });
        return;
      }
      default:
        throw new Error(`Unknown flow ${current satisfies never}`);
    }
  }

  /** The worker is free for whoever has waited longest. */
  #release(worker: number, context: ClusterContext, effects: ClusterEffect[]): void {
    this.#jobs[worker] = undefined;
    const next = this.#line.shift();
    if (next === undefined) this.#free.push(worker);
    else this.#begin(worker, next.message, context.nowUs - next.sinceUs, context, effects);
  }
}
