/**
 * What must be true of every run (docs/architecture.md, Invariants) is checked from the events of a trace alone, in one pass and
 * as they happen. Nothing here knows how an actor works: a checker has its own idea of what a trace may say.
 */

import type { ClusterEvent } from '../../../src/simulation/cluster.ts';
import type { CommandPayload } from '../../../src/simulation/commands/commands.ts';
import type { Instruct } from '../../../src/simulation/commands/instruct.ts';
import type { Domain } from '../../../src/simulation/kernel/actor.ts';
import type { TraceEvent } from '../../../src/simulation/kernel/trace-event.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import { type Served, ServedRequests } from './served.ts';

/** Any kernel's event, whatever its messages and memory hold. */
export type AnyEvent = TraceEvent<AnyDomain>;

interface AnyDomain extends Domain {
  readonly command:
    | Exclude<CommandPayload, Instruct>
    | (Omit<Instruct, 'instruction'> & { readonly instruction: unknown });
}

export interface Checker<Event = ClusterEvent> {
  see?(event: Event): void;
  /** A server's reply to an HTTP request, told right after the event in which it is sent. */
  served?(exchange: Served): void;
  /** The trace is over. */
  end?(): void;
}

/** Says in words what is wrong. */
export type Report = (what: string) => void;

export type Invariant<Event = ClusterEvent> = (report: Report, scenario: ClusterScenario) => Checker<Event>;

/** What an invariant of any kernel objects to in a trace. */
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

/** What these invariants of the cluster object to in a run, each problem after the name of its invariant. */
export class Watch {
  readonly problems: string[] = [];
  readonly #seeing: Checker[] = [];
  readonly #serving: Checker[] = [];
  readonly #all: Checker[];
  readonly #served = new ServedRequests();

  constructor(invariants: Readonly<Record<string, Invariant>>, scenario: ClusterScenario) {
    this.#all = Object.entries(invariants).map(([name, invariant]) =>
      invariant((what) => this.problems.push(`${name}: ${what}`), scenario),
    );
    for (const checker of this.#all) {
      if (checker.see !== undefined) this.#seeing.push(checker);
      if (checker.served !== undefined) this.#serving.push(checker);
    }
  }

  report(event: ClusterEvent): void {
    for (const checker of this.#seeing) checker.see?.(event);
    const exchange = this.#served.follow(event);
    if (exchange !== undefined) for (const checker of this.#serving) checker.served?.(exchange);
    if (event.kind === 'run-ended') for (const checker of this.#all) checker.end?.();
  }
}
