/** The lower bound of a latency. It can't exceed the upper one, and reports it itself. */
import type { Latency } from '../../simulation/kernel/network.ts';
import type { Problem } from '../../simulation/validation/check.ts';

export function problemOfMin({ maxUs }: Latency, minUs: number): Problem | null {
  return minUs > maxUs ? { field: 'minUs', allowed: { kind: 'whole-number', min: 0, max: maxUs } } : null;
}
