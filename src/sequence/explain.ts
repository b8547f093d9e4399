/** Explains why a step came out as it did: the facts that decided it, worded by a phrasebook. */
import { roleOf } from '../simulation/cluster.ts';
import type { Run } from '../trace/run.ts';
import { whyOf } from '../trace/why.ts';
import type { Phrasebook } from './phrasebook.ts';

/** Two to four sentences; null where only the run's script decided. */
export function explain(run: Run, index: number, phrasebook: Phrasebook): string | null {
  const reasons = whyOf(run, index);
  if (reasons.length === 0) return null;
  return reasons.map((reason) => phrasebook.why({ ...reason, node: roleOf(reason.node) })).join(' ');
}
