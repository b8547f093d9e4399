/** Coverage of a soak: under each strategy, how often each fault led to each outcome. */
import { profileOf } from '../../src/simulation/balancer.ts';
import { type ClusterEvent, type Command, isClient, roleOf } from '../../src/simulation/cluster.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import { isLoss } from '../../src/simulation/losses/loss.ts';
import { LossReader } from '../../src/simulation/losses/loss-reader.ts';
import type { Status } from '../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import type { StrategyId } from '../../src/simulation/strategies/strategies.ts';
import { Copies } from '../support/invariants/copies.ts';

/** How a request ended, at the granularity that matters. */
export type Ending = Status | 'reset' | 'refused' | 'timed-out';
/** The fate of the sessions on a machine that crashed or left. */
export type Fate = 'session lost' | 'session kept' | 'held none';

/** A strategy, a fault, and an outcome. */
export type Cell = `${StrategyId} | ${string} | ${Ending | Fate}`;

/** What differs from the defaults, and is counted with each request's ending. */
function modesOf(scenario: ClusterScenario): string[] {
  const { strategy, sessions, tokens, keys, store, balancer } = scenario;
  const profile = profileOf(balancer);
  const isToken = strategy === 'signed-token';
  const modes: Readonly<Record<string, boolean>> = {
    [`balancer ${profile}`]: profile !== null && profile !== 'ideal',
    'idle connections close': scenario.keepAlive.idleUs !== null,
    'browser resends': scenario.clients.some(({ resendsOnReset }) => resendsOnReset),
    'retry budget': scenario.clients.some(({ retryPolicy }) => retryPolicy.budgetPercent !== null),
    'cut links delay': scenario.network.cutLinks === 'delay',
    'several versions': new Set(scenario.versions).size > 1,
    'clocks apart': new Set(scenario.clockOffsetsUs).size > 1,
    [`keys ${keys.kind}`]: keys.kind !== 'shared' && (isToken || strategy === 'sealed-cookie'),
    'key pairs': isToken && tokens.signature === 'public-key',
    'deny list': isToken && tokens.hasDenyList,
    [`refresh tokens ${tokens.refreshReuse}`]: isToken && tokens.refreshLifetimeUs !== null,
    [`writes ${sessions.writes}`]: strategy === 'shared-store' && sessions.writes !== 'if-exists',
    [`full store: ${store.whenFull}`]: strategy === 'shared-store' && store.entriesMax !== null,
    'write errors ignored': strategy === 'shared-store' && store.onWriteError === 'ignore',
    'store client waits': strategy === 'shared-store' && store.client === 'waits',
    'local copies': strategy === 'shared-store' && store.localCopyUs > 0,
    'reads from the replica': strategy === 'shared-store' && store.replica?.readsFrom === 'replica',
  };
  return Object.keys(modes).filter((mode) => modes[mode]);
}

export class Situations {
  readonly #counts = new Map<string, number>();

  count(cell: string, times = 1): void {
    this.#counts.set(cell, (this.#counts.get(cell) ?? 0) + times);
  }

  of(cell: string): number {
    return this.#counts.get(cell) ?? 0;
  }

  entries(): [cell: string, times: number][] {
    return [...this.#counts];
  }

  counterOf(scenario: ClusterScenario): SituationCounter {
    return new SituationCounter(scenario, this);
  }
}

/** Tracks one run. A fault counts for each client's next completed request, a mode for every one. */
class SituationCounter {
  readonly #strategy: StrategyId;
  readonly #situations: Situations;
  readonly #modes: readonly string[];
  readonly #copies = new Copies();
  readonly #losses = new LossReader(({ cause }) => {
    if (isLoss(cause)) this.#count(`session ${cause}`, 'session lost');
  });
  readonly #faults: string[] = [];
  /** By client: the number of faults before its last completed request. */
  readonly #seen = new Map<NodeId, number>();
  readonly #lastTold = new Map<NodeId, Ending>();

  constructor(scenario: ClusterScenario, situations: Situations) {
    this.#strategy = scenario.strategy;
    this.#modes = modesOf(scenario);
    this.#situations = situations;
  }

  report(event: ClusterEvent): void {
    this.#countFates(event);
    this.#losses.follow(event);
    switch (event.kind) {
      case 'command-taken':
        if (event.result === 'done') this.#faults.push(faultOf(event.command));
        return;
      case 'message-lost':
        if (event.why === 'loss') this.#faults.push('loss');
        return;
      case 'message-delivered': {
        const { body, to } = event.message;
        if (isClient(to) && body.kind === 'http-response') this.#lastTold.set(to, body.status);
        return;
      }
      case 'connection-reset':
        if (isClient(event.message.from)) this.#lastTold.set(event.message.from, 'reset');
        return;
      case 'request-settled':
        this.#settle(event);
        return;
      default:
    }
  }

  #settle({ request, outcome }: Extract<ClusterEvent, { kind: 'request-settled' }>): void {
    const client = request.slice(0, request.indexOf('/'));
    const since = this.#seen.get(client) ?? 0;
    this.#seen.set(client, this.#faults.length);
    const isTold = outcome === 'answered' || outcome === 'failed';
    const ending = isTold ? this.#lastTold.get(client) : outcome;
    if (ending === undefined || ending === 'sent') return;
    const faults = new Set(this.#faults.slice(since));
    for (const fault of faults.size === 0 ? ['nothing'] : faults) this.#count(fault, ending);
    for (const mode of this.#modes) this.#count(mode, ending);
  }

  /** Counts the copies just before and just after the machine stops. */
  #countFates(event: ClusterEvent): void {
    if (event.kind !== 'node-crashed' && event.kind !== 'node-left') {
      this.#copies.follow(event);
      return;
    }
    const what = `${event.kind === 'node-crashed' ? 'crash' : 'drain'} ${roleOf(event.node).role}`;
    const held = this.#copies.on(event.node);
    const lost = this.#copies.follow(event).length;
    if (held === 0) this.#count(what, 'held none');
    if (lost > 0) this.#count(what, 'session lost');
    if (held > lost) this.#count(what, 'session kept');
  }

  #count(fault: string, what: Ending | Fate): void {
    this.#situations.count(cellOf(this.#strategy, fault, what));
  }
}

export function cellOf(strategy: StrategyId, fault: string, what: Ending | Fate): Cell {
  return `${strategy} | ${fault} | ${what}`;
}

function faultOf(command: Command): string {
  switch (command.kind) {
    case 'crash':
      return `crash${command.how === undefined ? '' : ` ${command.how} of`} ${roleOf(command.node).role}`;
    case 'deploy':
    case 'freeze':
    case 'thaw':
    case 'restart':
    case 'add':
    case 'drain':
      return `${command.kind} ${roleOf(command.node).role}`;
    case 'instruct':
      return command.instruction.kind;
    default:
      return command.kind;
  }
}
