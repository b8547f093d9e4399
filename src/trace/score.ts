/** A run's cumulative results, step by step. */
import {
  type ClusterEvent,
  type ClusterMessage,
  DATABASE,
  isClient,
  isServer,
  isStore,
} from '../simulation/cluster.ts';
import type { NodeId, Outcome, RequestId } from '../simulation/kernel/actor.ts';
import type { EventId } from '../simulation/kernel/trace-event.ts';
import { type LossCounts, noLosses } from '../simulation/losses/loss.ts';
import { LossCounter } from '../simulation/losses/loss-counter.ts';
import { bytesOnWire } from '../simulation/protocols/wire.ts';
import { emptyMemory, type NodeMemory } from './node-memory.ts';
import { RequestLog } from './request-log.ts';
import type { StepState } from './snapshots.ts';
import type { Step } from './steps.ts';

export interface Score {
  /** Sessions, or latest changes of sessions, that were lost for any cause. Each counts once. */
  readonly sessionsLost: number;
  /** The same by cause. A session that is lost for two causes, one after the other, counts under both. */
  readonly losses: LossCounts;
  /** Replies that asked for data that was already given, such as a login, instead of a result. */
  readonly questionsAsked: number;
  readonly requestsSettled: number;
  /** Failed requests, in total and by outcome. */
  readonly requestsFailed: number;
  readonly failures: Readonly<Record<Failure, number>>;
  /** Payments that were charged once more, whether or not their clients were told. */
  readonly duplicateCharges: number;
  /** Bytes that reached clients, or came from them, for settled requests. */
  readonly clientBytes: number;
  /** Responses to servers from the session store or other servers' sessions, for settled requests. */
  readonly storeRoundTrips: number;
  /** Bytes of user state in the servers' memory now. */
  readonly serverMemoryBytes: number;
  /** Bytes of user state in the session stores now. */
  readonly storeMemoryBytes: number;
  /** Bytes of user state in the clients now. */
  readonly clientMemoryBytes: number;
  /** Bytes of connection state in the servers now. */
  readonly serverConnectionBytes: number;
  /** Bytes of connection state in the clients now. */
  readonly clientConnectionBytes: number;
}

type Failure = Exclude<Outcome, 'answered' | 'sent'>;

const nothingYet: Score = {
  sessionsLost: 0,
  losses: noLosses,
  questionsAsked: 0,
  requestsSettled: 0,
  requestsFailed: 0,
  failures: { failed: 0, refused: 0, 'timed-out': 0 },
  duplicateCharges: 0,
  clientBytes: 0,
  storeRoundTrips: 0,
  serverMemoryBytes: 0,
  storeMemoryBytes: 0,
  clientMemoryBytes: 0,
  serverConnectionBytes: 0,
  clientConnectionBytes: 0,
};

/** The scores, one per step. */
export function scoresOf(
  events: readonly ClusterEvent[],
  steps: readonly Step[],
  states: readonly StepState[],
): readonly Score[] {
  return new ScoreReader().readUpTo(steps.length, { events, steps, states });
}

interface Scored {
  readonly events: readonly ClusterEvent[];
  readonly steps: readonly Step[];
  readonly states: readonly StepState[];
}

/** Reads the scores of a run's steps in several goes. */
export class ScoreReader {
  readonly #keeper = new ScoreKeeper();
  readonly #scores: Score[] = [];
  #next = 0;

  /**
   * Reads on, up to a step, exclusive.
   *
   * @param read The same as before up to where it has been read.
   * @returns The scores of all steps so far.
   */
  readUpTo(count: number, { events, steps, states }: Scored): readonly Score[] {
    while (this.#scores.length < count) {
      const index = this.#scores.length;
      const lastEvent = steps[index]?.lastEvent ?? -1;
      for (; this.#next <= lastEvent; this.#next += 1) {
        const event = events[this.#next];
        if (event !== undefined) this.#keeper.follow(event);
      }
      this.#scores.push(this.#keeper.conclude(states[index]));
    }
    return this.#scores;
  }
}

interface Cost {
  readonly clientBytes: number;
  readonly storeRoundTrips: number;
}

const noCost: Cost = { clientBytes: 0, storeRoundTrips: 0 };

class ScoreKeeper {
  readonly #log = new RequestLog();
  /** Costs of requests that aren't settled. They count only then, so that the scores per request don't fluctuate. */
  readonly #underWay = new Map<RequestId, Cost>();
  readonly #settled = new Set<RequestId>();
  /** The payments that the database was asked to charge, by the delivery. */
  readonly #asked = new Map<EventId, RequestId>();
  readonly #charged = new Set<RequestId>();
  /** Keyed by node and total. */
  readonly #bytes = new Map<string, number>();
  readonly #losses = new LossCounter();
  #score = nothingYet;

  follow(event: ClusterEvent): void {
    this.#losses.follow(event);
    switch (event.kind) {
      case 'request-settled':
        this.#settle(event.request, event.outcome);
        return;
      case 'message-sent':
        if (isClient(event.message.from)) this.#log.ask(event.message);
        return;
      case 'message-delivered':
        this.#deliver(event.message);
        if (event.message.to === DATABASE && event.message.request !== null) {
          this.#asked.set(event.id, event.message.request);
        }
        return;
      case 'remembered':
        if (event.item.kind === 'charge') this.#charge(event.cause);
        return;
      default:
    }
  }

  #settle(request: RequestId, outcome: Outcome): void {
    const cost = this.#underWay.get(request) ?? noCost;
    this.#underWay.delete(request);
    this.#settled.add(request);
    const score = this.#score;
    const isFailure = outcome !== 'answered' && outcome !== 'sent';
    this.#score = {
      ...score,
      ...sumOf(score, cost),
      requestsSettled: score.requestsSettled + 1,
      requestsFailed: score.requestsFailed + (isFailure ? 1 : 0),
      failures: isFailure ? { ...score.failures, [outcome]: score.failures[outcome] + 1 } : score.failures,
    };
  }

  #deliver(message: ClusterMessage): void {
    const { from, to, request, role } = message;
    if (request === null) return;
    this.#spend(request, {
      clientBytes: isClient(from) || isClient(to) ? bytesOnWire(message.body) : 0,
      storeRoundTrips: role === 'reply' && isServer(to) && isStore(from) ? 1 : 0,
    });
    if (this.#log.hear(message)?.verdict !== 'asked-again') return;
    this.#score = { ...this.#score, questionsAsked: this.#score.questionsAsked + 1 };
  }

  /** A datagram is on its way when its request is settled, and so is a reply that comes too late. */
  #spend(request: RequestId, cost: Cost): void {
    if (cost.clientBytes === 0 && cost.storeRoundTrips === 0) return;
    if (this.#settled.has(request)) this.#score = { ...this.#score, ...sumOf(this.#score, cost) };
    else this.#underWay.set(request, sumOf(this.#underWay.get(request) ?? noCost, cost));
  }

  /** @param cause The event that made the database charge a payment. */
  #charge(cause: EventId | null): void {
    const request = cause === null ? undefined : this.#asked.get(cause);
    if (request === undefined) return;
    if (this.#charged.has(request)) {
      this.#score = { ...this.#score, duplicateCharges: this.#score.duplicateCharges + 1 };
    }
    this.#charged.add(request);
  }

  conclude(state: StepState | undefined): Score {
    const { losses, sessionsLost } = this.#losses;
    if (losses !== this.#score.losses) this.#score = { ...this.#score, losses, sessionsLost };
    for (const { node } of state?.changes ?? []) {
      this.#weigh(node, state?.snapshot.get(node)?.memory ?? emptyMemory);
    }
    return this.#score;
  }

  #weigh(node: NodeId, { userBytes, connectionBytes }: NodeMemory): void {
    if (isServer(node)) {
      this.#set(node, 'serverMemoryBytes', userBytes);
      this.#set(node, 'serverConnectionBytes', connectionBytes);
    } else if (isClient(node)) {
      this.#set(node, 'clientMemoryBytes', userBytes);
      this.#set(node, 'clientConnectionBytes', connectionBytes);
    } else this.#set(node, 'storeMemoryBytes', userBytes);
  }

  /** Replaces a node's share of a total. */
  #set(node: NodeId, part: Weighed, bytes: number): void {
    const name = `${node} ${part}`;
    const difference = bytes - (this.#bytes.get(name) ?? 0);
    if (difference === 0) return;
    this.#bytes.set(name, bytes);
    this.#score = { ...this.#score, [part]: this.#score[part] + difference };
  }
}

function sumOf(some: Cost, others: Cost): Cost {
  return {
    clientBytes: some.clientBytes + others.clientBytes,
    storeRoundTrips: some.storeRoundTrips + others.storeRoundTrips,
  };
}

type Weighed = Extract<keyof Score, `${string}MemoryBytes` | `${string}ConnectionBytes`>;
