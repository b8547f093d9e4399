/** Counts in a run what the comparison says of it. */
import type { Measure } from '../lessons/comparison.ts';
import type { Score } from '../trace/score.ts';
import { runForPage } from './run-for-page.ts';

/** As the scoreboard has it at the run's end. */
export function measured({ what, scenario }: Measure): number {
  const score = runForPage({ scenario, commands: [] }).scores.at(-1);
  return score === undefined ? 0 : counted(what, score);
}

function counted(what: Measure['what'], score: Score): number {
  const perRequest = (sum: number) => sum / Math.max(1, score.requestsSettled);
  switch (what) {
    case 'bytes-per-request':
      return Math.round(perRequest(score.clientBytes));
    case 'memory-on-servers':
      return score.serverMemoryBytes;
    case 'store-round-trips':
      return Math.round(perRequest(score.storeRoundTrips) * 10) / 10;
    default:
      throw new Error(`Unknown measure ${what satisfies never}`);
  }
}
