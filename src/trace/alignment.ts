/** Maps steps between two runs with the same script and faults. */
import type { Milestone, NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from './run.ts';
import type { Step } from './steps.ts';

/** Maps a step index of one run to one of the other, from 0. */
export type Alignment = (index: number) => number;

/**
 * Maps each step of `run` to the equivalent step of `other`: the same leg of the same request, or the same command. A
 * step without an equivalent maps to the last earlier one that has one, among its client's steps and the commands.
 */
export function alignmentOf(run: Run, other: Run): Alignment {
  const indexByKey = new Map(other.steps.map(({ key }, index) => [key, index]));
  const lastOf = new Map<NodeId | null, { readonly index: number; readonly place: number }>();
  const aligned = run.steps.map((step, index) => {
    const client = clientOf(step);
    const shared = indexByKey.get(step.key);
    if (shared !== undefined) lastOf.set(client, { index, place: shared });
    const [own, common] = [lastOf.get(client), lastOf.get(null)];
    const last = (own?.index ?? -1) > (common?.index ?? -1) ? own : common;
    return shared ?? last?.place ?? 0;
  });
  return (index) => aligned[index] ?? 0;
}

/** The client whose request a step serves; null for steps of all clients. */
function clientOf(step: Step): NodeId | null {
  const request = step.kind === 'message' ? step.request : null;
  return request?.slice(0, request.indexOf('/')) ?? null;
}

const milestoneOrder: Readonly<Record<Milestone, number>> = { sent: 0, arrived: 1, answered: 2 };

/** Negative when the first is earlier. Moments of two clients have no common order: they compare by line number. */
export function compareMoments(
  { moment: a }: Pick<Step, 'moment'>,
  { moment: b }: Pick<Step, 'moment'>,
): number {
  return (
    ordinalOf(a.request) - ordinalOf(b.request) ||
    milestoneOrder[a.at] - milestoneOrder[b.at] ||
    a.offsetUs - b.offsetUs
  );
}

/** Ordinal of a request within its client's, from 1. Extra requests follow their line directly, as fractions. */
export function ordinalOf(request: string): number {
  const [line = '', extra = '0'] = request.slice(request.lastIndexOf('/') + 1).split('+');
  return Number(line) + Number(extra) / EXTRAS_MAX;
}

const EXTRAS_MAX = 10_000;
