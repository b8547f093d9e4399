/** Which message says what may stand in a field. The languages only word it. */
import type { Problem } from '../../simulation/validation/check.ts';
import { worded } from '../wording.ts';
import { inBestUnit } from './durations.ts';
import type { LimitMessage, SandboxText } from './sandbox-text.ts';
import { isTime, type Unit } from './units.ts';

/** @param unit Of the numbers in `problem`; times are in microseconds. */
export function limitText({ limits }: SandboxText, problem: Problem, unit: Unit): string {
  return worded(limits, messageOf(problem, unit));
}

function messageOf({ field, allowed }: Problem, unit: Unit): LimitMessage {
  switch (allowed.kind) {
    case 'whole-number': {
      const { min, max } = allowed;
      if (isTime(unit)) return { kind: 'time', min: inBestUnit(min), max: inBestUnit(max) };
      // Other units are shown in fractions.
      const isWhole = unit !== 'percent';
      return isWhole ? { kind: 'whole-number', min, max } : { kind: 'number', min, max, unit };
    }
    case 'list':
      return { kind: allowed.min === 1 ? 'list-of-some' : 'list', max: allowed.max };
    case 'sum':
      return { kind: field === 'clients' ? 'sum-of-clients' : 'sum', max: allowed.max };
    case 'text':
    case 'known-client':
      return allowed;
    case 'one-of':
      return { kind: 'one-of', values: allowed.values.map(String) };
    case 'nothing':
    case 'object':
      return { kind: allowed.kind };
    default:
      return { kind: 'other' };
  }
}
