import { describe, expect, it } from 'vitest';
import { challengeById } from '../../../challenges/challenges.ts';
import type { LabWorker } from '../../../lab/pool.ts';
import { repairText } from '../../../locales/en/repair-text.ts';
import type { SolvedEntry } from '../../../url/solved-code.ts';
import type { Workers } from '../lab-workers.ts';
import { checkEntries, type Finding } from '../repair/checked-code.ts';
import { challengeAt } from '../repair/shown-challenge.ts';

const unknown: SolvedEntry = { challenge: 'of-another-version', repair: {}, stars: 1, atMinutes: 29_800_000 };
const known: SolvedEntry = {
  challenge: 'the-clerk-forgets',
  repair: { strategy: 'shared-store' },
  stars: 2,
  atMinutes: 29_800_000,
};

/** Workers that each do the same with what they're given. */
function workersThat(react: (die: () => void) => void) {
  const counts = { created: 0, terminated: 0 };
  const create = (): LabWorker => {
    counts.created += 1;
    let die = () => {};
    return {
      listen: (_, onDeath) => {
        die = onDeath;
      },
      post: () => react(() => setImmediate(die)),
      terminate: () => {
        counts.terminated += 1;
      },
    };
  };
  const workers: Workers = { count: 1, areThreads: true, create };
  return { workers, counts };
}

function check(entries: readonly SolvedEntry[], workers: Workers) {
  const findings: Finding[] = [];
  let finish = () => {};
  const isOver = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const stop = checkEntries(entries, {
    workers,
    challengeOf: ({ challenge }) => challengeAt(repairText, challenge),
    onFinding(index, finding) {
      findings[index] = finding;
      if (findings.length === entries.length) finish();
    },
  });
  return { findings, stop, isOver };
}

describe('checking the repairs of a code', () => {
  it('knows nothing of a repair whose workers died', async () => {
    expect(challengeById(known.challenge)).toBeDefined();
    const { workers } = workersThat((die) => die());
    const { findings, isOver } = check([known], workers);
    await isOver;
    expect(findings).toEqual([{ kind: 'unknown' }]);
  });

  it('judges any number of entries that need no trial', () => {
    const { workers } = workersThat(() => {});
    const entries = Array.from({ length: 30_000 }, () => unknown);
    expect(check(entries, workers).findings).toHaveLength(entries.length);
  });

  it('stops a trial that follows an entry without one', () => {
    const { workers, counts } = workersThat(() => {});
    const { findings, stop } = check([unknown, known], workers);
    expect(findings).toEqual([{ kind: 'no-such' }]);
    expect(counts).toEqual({ created: 1, terminated: 0 });
    stop();
    expect(counts.terminated).toBe(1);
  });
});
