/** What somebody looks at closely. It follows no cursor and moves none, and it ends where the cursor moves. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { PlayerState } from './state.ts';

/** While comparing, of which side. */
export type Side = 'own' | 'comparison';

export type Selection = { readonly side: Side } & (
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'node'; readonly node: NodeId }
  /** Something that a node remembers, or has lost. */
  | { readonly kind: 'item'; readonly node: NodeId; readonly key: string }
);

/** Looks at the step before or after the one that is looked at; what is to come is for nobody to look at. */
export function selectStep({ selection, step }: PlayerState, direction: 1 | -1): Selection | null {
  const from = selection?.kind === 'step' ? selection.step : step;
  const target = Math.min(Math.max(0, from + direction), step);
  return target === step ? null : { side: 'own', kind: 'step', step: target };
}

/** Drops the selection when another step or run is shown: what was looked at is no longer there. */
export function withoutStaleSelection(before: PlayerState, next: PlayerState): PlayerState {
  if (next.selection === null && !next.showsCauses) return next;
  return keepsSelection(before, next) ? next : { ...next, selection: null, showsCauses: false };
}

function keepsSelection(before: PlayerState, { step, recording, comparison }: PlayerState): boolean {
  return (
    step === before.step &&
    recording === before.recording &&
    comparison?.step === before.comparison?.step &&
    comparison?.recording === before.comparison?.recording
  );
}
