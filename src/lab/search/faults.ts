/** The faults that a search tries: each kind, on each machine or link, at each moment of a run. */
import type { Command } from '../../simulation/cluster.ts';
import type { CommandPayload } from '../../simulation/commands/commands.ts';
import type { Moment } from '../../simulation/kernel/command.ts';
import { availableCommands } from '../../trace/available-commands.ts';
import type { Run } from '../../trace/run.ts';

/** In the order of the form. */
export const faultKinds = ['crash', 'machine', 'freeze', 'cut', 'partition', 'drop', 'flush'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The others are rarer, and each multiplies the number of pairs. */
export const usualFaultKinds: readonly FaultKind[] = ['crash', 'drop', 'flush'];

export interface Fault {
  readonly command: Command & { readonly moment: Moment };
  /** The step of the run without it, an index from 0, after which it's given. */
  readonly step: number;
}

/** @returns Null for a command that is no fault. */
export function faultKindOf(payload: CommandPayload): FaultKind | null {
  switch (payload.kind) {
    case 'crash':
      return payload.how === 'machine' ? 'machine' : 'crash';
    case 'freeze':
    case 'cut':
    case 'partition':
    case 'drop':
      return payload.kind;
    case 'instruct':
      return payload.instruction.kind === 'flush' ? 'flush' : null;
    default:
      return null;
  }
}

/** In the order of the run's steps. Steps that share a moment count once. */
export function faultsAt(run: Run, kinds: readonly FaultKind[]): readonly Fault[] {
  const seen = new Set<string>();
  return run.steps.flatMap(({ moment }, step) =>
    availableCommands(run, step).flatMap(({ payload }) => {
      const kind = faultKindOf(payload);
      const command = { ...payload, moment };
      const key = JSON.stringify(command);
      if (kind === null || !kinds.includes(kind) || seen.has(key)) return [];
      seen.add(key);
      return [{ command, step }];
    }),
  );
}

/** Number of different moments at which faults can be given. */
export function momentCount(run: Run): number {
  return new Set(run.steps.map(({ moment }) => JSON.stringify(moment))).size;
}

/**
 * Whether two faults together can do more than the one that comes first: nothing that is down crashes again, and nothing
 * that is cut is cut again. Holds in any order of the two, but only in a run in which nothing is repaired.
 */
export function canFollow(first: CommandPayload, second: CommandPayload): boolean {
  if (first.kind === 'crash' && second.kind === 'crash') return first.node !== second.node;
  if (first.kind === 'freeze' && second.kind === 'freeze') return first.node !== second.node;
  if (first.kind === 'cut' && second.kind === 'cut') {
    return !second.between.every((end) => first.between.includes(end));
  }
  if (first.kind === 'partition' && second.kind === 'partition') {
    return second.nodes.join() !== first.nodes.join();
  }
  return true;
}

/** Whether an operator's commands leave what is broken as it is. */
export function repairsNothing(commands: readonly CommandPayload[]): boolean {
  return commands.every(({ kind }) => neverRepairing.has(kind));
}

const neverRepairing: ReadonlySet<CommandPayload['kind']> = new Set([
  'crash',
  'freeze',
  'cut',
  'partition',
  'drop',
  'instruct',
]);
