/** The server that joins next. */
import { serverId } from '../simulation/cluster.ts';
import type { NodeId } from '../simulation/kernel/actor.ts';
import { SERVERS_MAX } from '../simulation/scenario.ts';
import type { StepState } from '../trace/snapshots.ts';

/** The first number that is free: that of a server that has left comes back, empty. Undefined when all are there. */
export function nextServer({ snapshot }: Pick<StepState, 'snapshot'>): NodeId | undefined {
  const ids = Array.from({ length: SERVERS_MAX }, (_, index) => serverId(index + 1));
  return ids.find((id) => (snapshot.get(id)?.membership ?? 'absent') === 'absent');
}
