/** Which faults a challenge's schedules consist of. */
import type { Command } from '../../simulation/cluster.ts';
import { isServer } from '../../simulation/cluster.ts';
import type { Run } from '../../trace/run.ts';
import { isStore } from '../measures.ts';
import { type FaultKind, faultsAt } from '../search/faults.ts';

/** In the order of the form. */
export const patternKinds = ['crash', 'machine', 'restart', 'deploy', 'freeze', 'drop', 'flush'] as const;
/**
 * `restart`: a crash, and the machine is back two seconds later. `deploy`: a server leaves when its work is done, and a
 * new one takes its place. `freeze`: a process stands still for two seconds.
 */
export type PatternKind = (typeof patternKinds)[number];

export const targets = ['servers', 'stores', 'machines'] as const;
export type Target = (typeof targets)[number];

export interface FaultRule {
  readonly kinds: readonly PatternKind[];
  /** Which machines fail. Lost messages can be on any link. */
  readonly on: Target;
  /** Faults in one schedule. */
  readonly most: number;
}

export const FAULTS_MOST = 3;

/** One fault, with what follows from it. */
export type Pattern = readonly Command[];

/** What a fault has taken down is back after this time, unless it stays down. */
export const BACK_AFTER_US = 2_000_000;

/** All faults that the rule allows, at every moment of a run. */
export function patternsAt(run: Run, { kinds, on }: FaultRule): readonly Pattern[] {
  return kinds.flatMap((kind) =>
    faultsAt(run, [baseOf(kind)])
      .filter(({ command }) => isTarget(command, on))
      .map(({ command }) => patternOf(kind, command)),
  );
}

/** The pattern at another time. */
export function shifted(pattern: Pattern, byUs: number): Pattern {
  return pattern.map((command) => ({ ...command, moment: later(command.moment, byUs) }));
}

/** The fault that an operator could cause at the same moment. */
function baseOf(kind: PatternKind): FaultKind {
  return kind === 'restart' || kind === 'deploy' ? 'crash' : kind;
}

function patternOf(kind: PatternKind, command: Command): Pattern {
  const { moment } = command;
  const back = later(moment, BACK_AFTER_US);
  if (command.kind === 'crash' && kind === 'restart') {
    return [command, { kind: 'restart', node: command.node, moment: back }];
  }
  if (command.kind === 'crash' && kind === 'deploy') {
    const { node } = command;
    return [
      { kind: 'drain', node, moment },
      { kind: 'add', node, moment: back },
    ];
  }
  if (command.kind === 'freeze') return [command, { kind: 'thaw', node: command.node, moment: back }];
  return [command];
}

function isTarget(command: Command, on: Target): boolean {
  if (command.kind !== 'crash' && command.kind !== 'freeze') return true;
  const { node } = command;
  return (on !== 'stores' && isServer(node)) || (on !== 'servers' && isStore(node));
}

function later(moment: Command['moment'], byUs: number): Command['moment'] {
  return 'atUs' in moment ? { atUs: moment.atUs + byUs } : { ...moment, offsetUs: moment.offsetUs + byUs };
}
