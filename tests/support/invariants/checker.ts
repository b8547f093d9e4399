/**
 * Invariants of every run (docs/architecture.md, Invariants), checked from a trace's events alone in one pass. Checkers
 * are independent of the actors' implementation: each has its own model of a valid trace.
 */

import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import type { CommandPayload } from '../../../src/simulation/commands/commands.ts';
import type { Instruct } from '../../../src/simulation/commands/instruct.ts';
import type { Domain } from '../../../src/simulation/kernel/actor.ts';
import type { TraceEvent } from '../../../src/simulation/kernel/trace-event.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import { FrozenServers } from './frozen-servers.ts';
import { type HttpEvent, HttpTraffic } from './http-traffic.ts';
import { type Served, ServedRequests } from './served.ts';

/** An event of any kernel, with arbitrary messages and memory. */
export type AnyEvent = TraceEvent<AnyDomain>;

interface AnyDomain extends Domain {
  readonly command:
    | Exclude<CommandPayload, Instruct>
    | (Omit<Instruct, 'instruction'> & { readonly instruction: unknown });
}

export interface Checker<Event = ClusterEvent> {
  see?(event: Event): void;
  /** Called for each HTTP message that a client or a server sends or receives, right after the event that completes it. */
  http?(event: HttpEvent): void;
  /** Called for each response to an HTTP request, right after the event that sends it. */
  served?(exchange: Served): void;
  /** Called at the end of the trace. */
  end?(): void;
}

/** Records a violation, as text. */
export type Report = (what: string) => void;

export type Invariant<Event = ClusterEvent> = (report: Report, scenario: ClusterScenario) => Checker<Event>;

/** Violations of kernel invariants in a trace. */
export function problemsIn<Event extends AnyEvent>(
  events: readonly Event[],
  invariant: (report: Report) => Checker<Event>,
): string[] {
  const problems: string[] = [];
  const checker = invariant((what) => problems.push(what));
  for (const event of events) checker.see?.(event);
  checker.end?.();
  return problems;
}

/** Violations of these cluster invariants in a run, each prefixed with its invariant's name. */
export class Watch {
  readonly problems: string[] = [];
  readonly #seeing: Checker[] = [];
  readonly #reading: Checker[] = [];
  readonly #serving: Checker[] = [];
  readonly #all: Checker[];
  readonly #traffic = new HttpTraffic();
  readonly #served = new ServedRequests();
  readonly #frozen = new FrozenServers();

  constructor(invariants: Readonly<Record<string, Invariant>>, scenario: ClusterScenario) {
    this.#all = Object.entries(invariants).map(([name, invariant]) =>
      invariant((what) => this.problems.push(`${name}: ${what}`), scenario),
    );
    for (const checker of this.#all) {
      if (checker.see !== undefined) this.#seeing.push(checker);
      if (checker.http !== undefined) this.#reading.push(checker);
      if (checker.served !== undefined) this.#serving.push(checker);
    }
  }

  report(event: ClusterEvent): void {
    for (const http of this.#frozen.follow(event)) this.#tell(http);
    for (const checker of this.#seeing) checker.see?.(event);
    for (const http of this.#traffic.follow(event)) if (!this.#frozen.hold(http, event)) this.#tell(http);
    if (event.kind === 'run-ended') for (const checker of this.#all) checker.end?.();
  }

  #tell(http: HttpEvent): void {
    for (const checker of this.#reading) checker.http?.(http);
    const exchange = this.#served.follow(http);
    if (exchange !== undefined) for (const checker of this.#serving) checker.served?.(exchange);
  }
}
