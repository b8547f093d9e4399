/** Which message says what may stand in a field. The languages only word it. */
import type { Problem } from '../../simulation/validation/check.ts';
import { worded } from '../wording.ts';
import type { SandboxText } from './sandbox-text.ts';
import type { Unit } from './units.ts';

export type LimitMessage =
  | { readonly kind: 'whole-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: Unit }
  | { readonly kind: 'text'; readonly lengthMax: number }
  | { readonly kind: 'list' | 'list-of-some' | 'sum' | 'sum-of-clients'; readonly max: number }
  | { readonly kind: 'known-client'; readonly clients: number }
  | { readonly kind: 'other' };

/** @param unit Of the numbers in `problem`. */
export function limitText({ limits }: SandboxText, problem: Problem, unit: Unit): string {
  return worded(limits, messageOf(problem, unit));
}

function messageOf({ field, allowed }: Problem, unit: Unit): LimitMessage {
  switch (allowed.kind) {
    case 'whole-number': {
      const { min, max } = allowed;
      // Other units are shown in fractions.
      const isWhole = unit === 'one' || unit === 'won';
      return isWhole ? { kind: 'whole-number', min, max } : { kind: 'number', min, max, unit };
    }
    case 'list':
      return { kind: allowed.min === 1 ? 'list-of-some' : 'list', max: allowed.max };
    case 'sum':
      return { kind: field === 'clients' ? 'sum-of-clients' : 'sum', max: allowed.max };
    case 'text':
    case 'known-client':
      return allowed;
    default:
      return { kind: 'other' };
  }
}
