/** Groups of clients: limits of a page, and what a group's removal means for the lines of others. */
import type { Line } from '../../simulation/applications/line.ts';
import { clientId, roleOf } from '../../simulation/cluster.ts';
import type { ClientGroup } from '../../simulation/scenario.ts';
import { pageLimits } from '../../url/run-code.ts';

/** A line that gives something to a client of a group that would be gone. Both count from 1. */
export interface HandOver {
  readonly group: number;
  readonly line: number;
  /** Number of the receiving client. */
  readonly to: number;
}

interface Removal {
  /** Without the group, and without the lines in `handOvers`. Receivers are renumbered. */
  readonly clients: readonly ClientGroup[];
  readonly handOvers: readonly HandOver[];
}

/** @param index Of the group to remove. */
export function withoutGroup(clients: readonly ClientGroup[], index: number): Removal {
  const first = 1 + clientsIn(clients.slice(0, index));
  const count = clients[index]?.count ?? 0;
  const handOvers: HandOver[] = [];
  const kept = clients.flatMap((group, at): readonly ClientGroup[] => {
    if (at === index) return [];
    const script = group.script.flatMap((line, place): readonly Line[] => {
      const to = line.kind === 'hand-over' ? roleOf(line.to).ordinal : 0;
      if (line.kind !== 'hand-over' || to < first) return [line];
      if (to >= first + count) return [{ ...line, to: clientId(to - count) }];
      handOvers.push({ group: at + 1, line: place + 1, to });
      return [];
    });
    return [{ ...group, script }];
  });
  return { clients: kept, handOvers };
}

export function clientsIn(clients: readonly ClientGroup[]): number {
  return clients.reduce((sum, { count }) => sum + count, 0);
}

/** How many clients this group can have on a page, beside the others. */
export function countMax(clients: readonly ClientGroup[], index: number): number {
  return Math.max(1, pageLimits.clientsMax - clientsIn(clients.toSpliced(index, 1)));
}
