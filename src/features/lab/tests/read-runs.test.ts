import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, readFile } from '../../../../tests/lab/file-text.ts';
import { smallStudy } from '../../../../tests/lab/small-study.ts';
import { measureIds } from '../../../lab/measures.ts';
import { Results } from '../../../lab/results.ts';
import { readRuns } from '../read-runs.ts';

function runs(): string {
  const results = new Results(smallStudy);
  for (const unit of [0, 1, 2]) results.add({ unit, numbers: measureIds.map(() => unit) });
  return fileOf(results);
}

async function readInSlices(text: string, sliceBytes: number): Promise<unknown> {
  const read = await readRuns(new Blob([text]), { sliceBytes });
  return 'problem' in read ? read : { file: fileOf(read.results), isCut: read.isCut };
}

function readAtOnce(text: string): unknown {
  const read = readFile(text);
  return 'problem' in read ? read : { file: fileOf(read.results), isCut: read.isCut };
}

describe('a file of runs in slices', () => {
  it('is what it is as a whole, wherever it is cut', async () => {
    const whole = runs();
    const texts = [whole, whole.slice(0, -9), `${whole}\n`, whole.replace('"study"', '"실험"'), '', '\n\n'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.integer({ min: 1, max: 3_000 }),
        async (text, sliceBytes) => {
          expect(await readInSlices(text, sliceBytes)).toEqual(readAtOnce(text));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reports each slice', async () => {
    const shares: number[] = [];
    await readRuns(new Blob([runs()]), { sliceBytes: 100, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
  });

  it('isn’t read on when its first line is too long for one', async () => {
    const shares: number[] = [];
    const read = await readRuns(new Blob(['0'.repeat(8_000_000)]), {
      onProgress: (share) => shares.push(share),
    });
    expect(read).toEqual({ problem: { kind: 'no-study' } });
    expect(shares.at(-1)).toBeLessThan(0.5);
  });

  it('stops when it is aborted', async () => {
    const aborted = AbortSignal.abort();
    await expect(readRuns(new Blob([runs()]), { signal: aborted })).rejects.toThrow();
  });
});
