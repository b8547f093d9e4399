/**
 * The first schedules of the soak, in parts. Most bugs violate an invariant within a few schedules, so the mutation tests
 * run the short part first. `random-runs.test.ts` and `npm run soak` look further.
 */
import { expect, it } from 'vitest';
import { soakSchedule } from '../../soak/schedule.ts';

const SEED = 1;

it.each([
  { first: 0, end: 5 },
  { first: 5, end: 30 },
  { first: 30, end: 150 },
])('every invariant holds in the schedules before $end', ({ first, end }) => {
  for (let number = first; number < end; number += 1) {
    const violation = soakSchedule({ seed: SEED, number, shrinks: false }, null);
    expect(violation?.problems ?? [], `npm run soak -- --seed ${SEED} --only ${number}`).toEqual([]);
  }
});
