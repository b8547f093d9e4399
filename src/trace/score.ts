/** A run's cumulative results, step by step. */
import {
  type ClusterEvent,
  type ClusterMessage,
  isClient,
  isServer,
  isStore,
} from '../simulation/cluster.ts';
import type { NodeId, Outcome, RequestId } from '../simulation/kernel/actor.ts';
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
  /** Bytes between clients and load balancer, both ways, for settled requests. */
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

/** Costs of a request so far. They count once it's settled, so that the scores per request don't fluctuate. */
interface Cost {
  bytes: number;
  roundTrips: number;
}

class ScoreKeeper {
  readonly #log = new RequestLog();
  readonly #underWay = new Map<RequestId, Cost>();
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
        return;
      default:
    }
  }

  #settle(request: RequestId, outcome: Outcome): void {
    const { bytes, roundTrips } = this.#costOf(request);
    this.#underWay.delete(request);
    const score = this.#score;
    const isFailure = outcome !== 'answered' && outcome !== 'sent';
    this.#score = {
      ...score,
      clientBytes: score.clientBytes + bytes,
      storeRoundTrips: score.storeRoundTrips + roundTrips,
      requestsSettled: score.requestsSettled + 1,
      requestsFailed: score.requestsFailed + (isFailure ? 1 : 0),
      failures: isFailure ? { ...score.failures, [outcome]: score.failures[outcome] + 1 } : score.failures,
    };
  }

  #deliver(message: ClusterMessage): void {
    const { from, to, request, role } = message;
    if (request === null) return;
    if (isClient(from) || isClient(to)) this.#costOf(request).bytes += bytesOnWire(message.body);
    if (role === 'reply' && isServer(to) && isStore(from)) this.#costOf(request).roundTrips += 1;
    if (this.#log.hear(message)?.verdict !== 'asked-again') return;
    this.#score = { ...this.#score, questionsAsked: this.#score.questionsAsked + 1 };
  }

  #costOf(request: RequestId): Cost {
    let cost = this.#underWay.get(request);
    if (cost === undefined) {
      cost = { bytes: 0, roundTrips: 0 };
      this.#underWay.set(request, cost);
    }
    return cost;
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

type Weighed = Extract<keyof Score, `${string}MemoryBytes` | `${string}ConnectionBytes`>;
