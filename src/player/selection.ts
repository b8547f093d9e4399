/** What somebody looks at closely. It follows no cursor and moves none, and it ends where the cursor moves. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Timeline } from './comparison.ts';

/** While comparing, of which side. */
export type Side = 'own' | 'comparison';

export type Selection = { readonly side: Side } & (
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'node'; readonly node: NodeId }
  /** Something that a node remembers, or has lost. */
  | { readonly kind: 'item'; readonly node: NodeId; readonly key: string }
);

/** Looks at the step before or after the one that is looked at; what is to come is for nobody to look at. */
export function selectStep(
  { selection, step }: { readonly selection: Selection | null; readonly step: number },
  direction: 1 | -1,
): Selection | null {
  const from = selection?.kind === 'step' ? selection.step : step;
  const target = Math.min(Math.max(0, from + direction), step);
  return target === step ? null : { side: 'own', kind: 'step', step: target };
}

/** What is looked at, and where. */
type Looked = Timeline & { readonly selection: Selection | null; readonly showsCauses: boolean };

/** Drops the selection when another step or run is shown: what was looked at is no longer there. */
export function withoutStaleSelection<State extends Looked>(before: Timeline, next: State): State {
  if (next.selection === null && !next.showsCauses) return next;
  return keepsSelection(before, next) ? next : { ...next, selection: null, showsCauses: false };
}

function keepsSelection(before: Timeline, { step, recording, comparison }: Timeline): boolean {
  return (
    step === before.step &&
    recording === before.recording &&
    comparison?.step === before.comparison?.step &&
    comparison?.recording === before.comparison?.recording
  );
}
