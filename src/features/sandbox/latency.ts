/** The lower bound of a latency: it is no more than the upper one, and it is the lower one that says so. */
import type { Latency } from '../../simulation/kernel/network.ts';
import type { Problem } from '../../simulation/validation/check.ts';

export function problemOfMin({ maxUs }: Latency, minUs: number): Problem | null {
  return minUs > maxUs ? { field: 'minUs', allowed: { kind: 'whole-number', min: 0, max: maxUs } } : null;
}
