/** Short constructors for scenarios and commands. */
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Conversation, ProductId } from '../../src/simulation/applications/shop.ts';
import type { Crash } from '../../src/simulation/commands/crash.ts';
import type { Drop } from '../../src/simulation/commands/drop.ts';
import type { Restart } from '../../src/simulation/commands/restart.ts';
import type { NodeId, RequestId } from '../../src/simulation/kernel/actor.ts';
import type { Command, Moment } from '../../src/simulation/kernel/command.ts';
import {
  type ClientGroup,
  type ClusterScenario,
  clients,
  clusterScenario,
  type GivenScenario,
} from '../../src/simulation/scenario.ts';

/** "What does it cost?", "two", "by card": the purchase of traces T1 to T4. */
export function purchase(product: ProductId): Conversation[] {
  return [{ product }, { quantity: 2 }, { payment: 'card' }];
}

/** Default: three servers and the purchase of two laptops. */
export function scenario({ script, ...changes }: ScenarioChanges = {}): ClusterScenario {
  return clusterScenario({
    strategy: 'server-memory',
    clients: [clients(linesOf(script ?? purchase('laptop')))],
    ...changes,
  });
}

export type ScenarioChanges = Partial<GivenScenario> & {
  /** The only client's shop lines. */
  readonly script?: readonly Conversation[];
};

/** Shop lines of a script. */
export function linesOf(said: readonly Conversation[]): Line[] {
  return said.map((each) => ({ kind: 'shop', said: each }));
}

/** A scenario with one client that runs this script. */
export function scripted(
  script: readonly Line[],
  { client = {}, ...changes }: Partial<GivenScenario> & { readonly client?: Partial<ClientGroup> } = {},
): ClusterScenario {
  return scenario({ ...changes, clients: [clients(script, client)] });
}

export function whenSent(request: RequestId, offsetUs = 0): Moment {
  return { request, at: 'sent', offsetUs };
}

export function whenArrived(request: RequestId, offsetUs = 0): Moment {
  return { request, at: 'arrived', offsetUs };
}

export function whenAnswered(request: RequestId, offsetUs = 0): Moment {
  return { request, at: 'answered', offsetUs };
}

export function crash(node: NodeId, moment: Moment): Command<Crash> {
  return { kind: 'crash', node, moment };
}

/** Drops the next message between these nodes. */
export function drop(from: NodeId, to: NodeId, moment: Moment): Command<Drop> {
  return { kind: 'drop', from, to, moment };
}

export function restart(node: NodeId, moment: Moment): Command<Restart> {
  return { kind: 'restart', node, moment };
}
