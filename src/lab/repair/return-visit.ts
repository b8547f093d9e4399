/**
 * What every schedule ends with: an operator restarts what is still down, and then each customer comes back. A cluster that
 * answers no one asks no one again, so only this visit shows whether its customers are still known.
 */
import type { Line, RequestLine } from '../../simulation/applications/line.ts';
import { type Command, isServer, LOAD_BALANCER } from '../../simulation/cluster.ts';
import type { NodeId } from '../../simulation/kernel/actor.ts';
import { clientId } from '../../simulation/node-names.ts';
import type { ClusterScenario } from '../../simulation/scenario.ts';
import type { Run } from '../../trace/run.ts';
import { isStore } from '../measures.ts';
import type { Challenge } from './challenge.ts';
import type { TroubleId } from './goals.ts';

const SECOND_US = 1_000_000;

/** Goals about whom the cluster knows. */
const isAboutKnowing: ReadonlySet<TroubleId> = new Set<TroubleId>(['asked-again', 'logged-out-works']);

/**
 * @param calm The repaired cluster's run without faults.
 * @param lastFaultUs How long after the moments of that run a fault can still begin or end.
 */
export function returnVisit(
  { goal, commands }: Pick<Challenge, 'goal' | 'commands'>,
  calm: Run<ClusterScenario>,
  lastFaultUs: number,
): readonly Command[] {
  if (!goal.never.some((trouble) => isAboutKnowing.has(trouble))) return [];
  const { scenario, events } = calm;
  const settled = events.findLast(({ kind }) => kind === 'request-settled')?.atUs ?? 0;
  const restartUs = settled + lastFaultUs + SECOND_US;
  const visitUs = restartUs + noticedWithinUs(scenario) + SECOND_US;
  return [
    ...nodesOf(calm).map((node): Command => ({ kind: 'restart', node, moment: { atUs: restartUs } })),
    ...visitsOf(scenario, commands).map(
      ([node, line]): Command => ({
        kind: 'instruct',
        nodes: [node],
        instruction: { kind: 'say', line },
        moment: { atUs: visitUs },
      }),
    ),
  ];
}

/** What can crash. A restart of a node that is up changes nothing. */
function nodesOf({ events }: Run): readonly NodeId[] {
  const nodes = events.flatMap((event) => (event.kind === 'node-started' ? [event.node] : []));
  return [...new Set(nodes)].filter((node) => isServer(node) || isStore(node) || node === LOAD_BALANCER);
}

/** By when the load balancer sends requests to a server again that is back. */
function noticedWithinUs({ timing, balancer }: ClusterScenario): number {
  const { checksHealth, failsMax, failTimeoutUs, slowStartUs } = balancer;
  const checkedUs = checksHealth ? 2 * timing.healthIntervalUs : 0;
  return Math.max(checkedUs, failsMax > 0 ? failTimeoutUs : 0) + slowStartUs;
}

/** What each client asks for that only someone who is known gets. Clients without anything of the kind stay away. */
function visitsOf(
  { clients }: ClusterScenario,
  commands: readonly Command[],
): readonly (readonly [NodeId, RequestLine])[] {
  let ordinal = 0;
  return clients.flatMap(({ count, script }) =>
    Array.from({ length: count }, () => {
      ordinal += 1;
      return clientId(ordinal);
    }).flatMap((node) => {
      const line = visitAfter([...script, ...linesFor(node, commands)]);
      return line === null ? [] : [[node, line] as const];
    }),
  );
}

function linesFor(node: NodeId, commands: readonly Command[]): readonly Line[] {
  return commands.flatMap((command) =>
    command.kind === 'instruct' && command.instruction.kind === 'say' && command.nodes.includes(node)
      ? [command.instruction.line]
      : [],
  );
}

/** Null after a logout, and for a customer that needs no login. */
function visitAfter(lines: readonly Line[]): RequestLine | null {
  let visit: RequestLine | null = null;
  for (const line of lines) {
    if (line.kind === 'log-in' || line.kind === 'me') visit = { kind: 'me' };
    if (line.kind === 'log-out') visit = null;
  }
  return visit;
}
