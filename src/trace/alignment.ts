/** Finds one's place in another run of the same script and faults. */
import type { Milestone, NodeId } from '../simulation/kernel/actor.ts';
import type { Run } from './run.ts';
import type { Step } from './steps.ts';

/** Takes a step of one run to a step of the other, as indices from 0. */
export type Alignment = (index: number) => number;

/**
 * Each step of `run` is taken to the step of `other` that shows the same: the same leg of the same request, the same
 * command. One that does not happen there is taken to the last before it that does, among those of the same client
 * and the commands.
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

/** The client whose request a step serves; null for what concerns all. */
function clientOf(step: Step): NodeId | null {
  const request = step.kind === 'message' ? step.request : null;
  return request?.slice(0, request.indexOf('/')) ?? null;
}

const milestoneOrder: Readonly<Record<Milestone, number>> = { sent: 0, arrived: 1, answered: 2 };

/** Below zero for the earlier one first; of two clients' moments, which are in no order, zero or the number of the line. */
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

/** The number of a request among those of its client, from 1; what was asked besides because of it comes right after. */
export function ordinalOf(request: string): number {
  const [line = '', extra = '0'] = request.slice(request.lastIndexOf('/') + 1).split('+');
  return Number(line) + Number(extra) / EXTRAS_MAX;
}

const EXTRAS_MAX = 10_000;
