/**
 * The first schedules of the soak, in parts. Most bugs violate an invariant within a few schedules, so the mutation tests
 * run only the short parts. `random-runs.test.ts` and `npm run soak` look further.
 */
import { expect, it } from 'vitest';
import { soakSchedule } from '../../soak/schedule.ts';

const SEED = 1;

const shortParts = Array.from({ length: 10 }, (_, part) => ({ first: 3 * part, end: 3 * part + 3 }));

it.each([...shortParts, { first: 30, end: 150 }])(
  'every invariant holds in the schedules from $first to before $end',
  ({ first, end }) => {
    for (let number = first; number < end; number += 1) {
      const violation = soakSchedule({ seed: SEED, number, shrinks: false }, null);
      expect(violation?.problems ?? [], `npm run soak -- --seed ${SEED} --only ${number}`).toEqual([]);
    }
  },
);
