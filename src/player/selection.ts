/** Selection for the inspector. It's independent of the playback position, and cleared when that moves. */
import type { NodeId } from '../simulation/kernel/actor.ts';
import type { Timeline } from './comparison.ts';

/** While comparing: which side. */
export type Side = 'own' | 'comparison';

export type Selection = { readonly side: Side } & (
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'node'; readonly node: NodeId }
  /** An item that a node remembers, or has lost. */
  | { readonly kind: 'item'; readonly node: NodeId; readonly key: string }
);

/** Selects the step before or after the selected one. Later steps can't be selected. */
export function selectStep(
  { selection, step }: { readonly selection: Selection | null; readonly step: number },
  direction: 1 | -1,
): Selection | null {
  const from = selection?.kind === 'step' ? selection.step : step;
  const target = Math.min(Math.max(0, from + direction), step);
  return target === step ? null : { side: 'own', kind: 'step', step: target };
}

/** The selection and its timeline. */
type Looked = Timeline & { readonly selection: Selection | null; readonly showsCauses: boolean };

/** Clears the selection when another step or run is shown, because it's no longer there. */
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
