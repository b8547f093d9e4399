/** Compares a run's snapshots and ledger with its events, at each step. */
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import { bytesInMemory, isUserState, type MemoryItem } from '../../../src/simulation/memory.ts';
import { ledgerAt } from '../../../src/trace/ledger.ts';
import type { Run } from '../../../src/trace/run.ts';
import type { Snapshot } from '../../../src/trace/snapshots.ts';
import { NodeMemories } from '../node-memories.ts';
import { DownNodes } from './down-nodes.ts';

/** Ledger, snapshots and events agree at every step, node by node and item by item. */
export function ledgerProblems({
  events,
  steps,
  states,
}: Pick<Run, 'events' | 'steps' | 'states'>): string[] {
  const problems: string[] = [];
  const memories = new NodeMemories<MemoryItem>();
  const down = new DownNodes();
  const nodes = new Set<NodeId>();
  let next = 0;
  steps.forEach(({ lastEvent }, step) => {
    for (; next <= lastEvent; next += 1) {
      const event = events[next];
      if (event === undefined) continue;
      memories.follow(event);
      down.follow(event);
      if (event.kind === 'node-started') nodes.add(event.node);
    }
    const snapshot: Snapshot = states[step]?.snapshot ?? new Map();
    const bytes = new Map<NodeId, number>();
    for (const node of nodes) {
      const { isUp = null, memory = [] } = snapshot.get(node) ?? {};
      const kept = [...memory];
      const expected = memories.on(node);
      const isSame = kept.length === expected.length && kept.every(({ item }) => expected.includes(item));
      if (!isSame) problems.push(`step ${step} shows ${kept.length} items on ${node}, of ${expected.length}`);
      if (isUp !== !down.has(node)) problems.push(`step ${step} shows ${node} as ${isUp ? 'up' : 'down'}`);
      const sum = expected.filter(isUserState).reduce((total, item) => total + bytesInMemory(item), 0);
      if (sum > 0) bytes.set(node, sum);
    }
    const ledger = ledgerAt(snapshot);
    for (const node of new Set([...bytes.keys(), ...ledger.keys()])) {
      if (ledger.get(node) === bytes.get(node)) continue;
      problems.push(`step ${step} counts ${ledger.get(node)} bytes on ${node}, which has ${bytes.get(node)}`);
    }
  });
  return problems;
}
