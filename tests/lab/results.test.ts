import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLines } from '../../src/lab/csv.ts';
import { measureIds, measureIndex } from '../../src/lab/measures.ts';
import { Results, type UnitResult } from '../../src/lab/results.ts';
import { runCount } from '../../src/lab/study.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { fileOf, readFile } from './file-text.ts';
import { smallStudy } from './small-study.ts';

const units = runCount(smallStudy);
const lost = measureIndex('sessionsLost');

function unit(number: number, value = number): UnitResult {
  return { unit: number, numbers: measureIds.map(() => value) };
}

function resultsOf(all: readonly UnitResult[]): Results {
  const results = new Results(smallStudy);
  for (const each of all) results.add(each);
  return results;
}

const anyUnits = fc
  .uniqueArray(fc.nat({ max: units - 1 }), { maxLength: units })
  .map((numbers) => numbers.map((number) => unit(number, number * 3)));

describe('results', () => {
  it('merge to the same, in whatever order and grouping', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, anyUnits, (one, two, three) => {
        const merged = (...parts: readonly (readonly UnitResult[])[]) => {
          const whole = new Results(smallStudy);
          for (const part of parts) whole.merge(resultsOf(part));
          return fileOf(whole);
        };
        const grouped = resultsOf(two);
        grouped.merge(resultsOf(three));
        const right = resultsOf(one);
        right.merge(grouped);
        expect(merged(one, two, three)).toBe(fileOf(right));
        expect(merged(three, one, two)).toBe(fileOf(right));
      }),
    );
  });

  it('count only rounds in which each point has a run', () => {
    // Four points: units 0 to 3 are the first round.
    const results = resultsOf([0, 1, 2, 3, 4, 5, 7].map((each) => unit(each)));
    expect(results.rounds).toBe(1);
    expect(results.snapshot().summaryOf(0, lost)?.runs).toBe(1);
    results.add(unit(6));
    expect(results.rounds).toBe(2);
    expect(results.snapshot().summaryOf(0, lost)?.runs).toBe(2);
  });

  it('take about as long for a run of a large round as for one of a small round', () => {
    // One round of 70,000 points, which took minutes when each run looked through its round.
    const values = Array.from({ length: 100 }, (_, index) => index);
    const results = new Results({
      ...smallStudy,
      axes: [
        { parameter: 'thinkMs', values },
        { parameter: 'crashesPerMinute', values },
      ],
      strategies: strategyIds,
    });
    for (let each = 0; each < results.points; each += 1) results.add({ unit: each, numbers: [1] });
    expect([results.rounds, results.done]).toEqual([1, 70_000]);
  });

  it('stay as they were in a snapshot', () => {
    const results = resultsOf([unit(0)]);
    const first = results.snapshot();
    for (const each of [1, 2, 3, 4]) results.add(unit(each));
    const second = results.snapshot();
    for (const each of [5, 6, 7]) results.add(unit(each));
    expect([first.done, first.rounds, first.summaryOf(0, lost)?.runs, first.summaryOf(1, lost)]).toEqual([
      1,
      0,
      1,
      null,
    ]);
    expect([second.done, second.rounds, second.summaryOf(0, lost)?.runs]).toEqual([5, 1, 1]);
    expect(results.snapshot().summaryOf(0, lost)?.runs).toBe(2);
  });

  it('show what there is of the first round', () => {
    const results = resultsOf([unit(2)]);
    expect(results.snapshot().summaryOf(2, lost)?.median).toBe(2);
    expect(results.snapshot().summaryOf(1, lost)).toBeNull();
  });

  it('leave failed runs out of the summary', () => {
    const results = resultsOf([
      unit(0, 9),
      unit(1),
      unit(2),
      unit(3),
      { unit: 4, numbers: null },
      unit(5),
      unit(6),
      unit(7),
    ]);
    expect(results.failed).toBe(1);
    expect(results.snapshot().summaryOf(0, lost)).toMatchObject({ median: 9, runs: 1 });
  });

  it('have nearest-rank percentiles, and the round of the median', () => {
    const study = { ...smallStudy, runsPerPoint: 10 };
    const results = new Results(study);
    const values = [70, 10, 90, 20, 100, 30, 50, 80, 60, 40];
    values.forEach((value, round) => {
      for (let point = 0; point < 4; point += 1) results.add(unit(round * 4 + point, value));
    });
    // Of ten ordered values, the 5th, the 1st and the 9th.
    expect(results.snapshot().summaryOf(3, lost)).toEqual({
      median: 50,
      low: 10,
      high: 90,
      runs: 10,
      round: 6,
    });
  });
});

describe('the file of a study', () => {
  it('is read back as it was, also when shards follow each other', () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (one, other) => {
        const both = resultsOf(one);
        both.merge(resultsOf(other));
        const read = readFile(fileOf(resultsOf(one)) + fileOf(resultsOf(other)));
        expect('results' in read && fileOf(read.results)).toBe(fileOf(both));
      }),
    );
  });

  it('never makes the reader fail', () => {
    const good = fileOf(resultsOf([unit(0)]));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => good + text),
        ),
        (text) => {
          const read = readFile(text);
          expect('results' in read || 'problem' in read).toBe(true);
        },
      ),
    );
  });

  it('says which line is wrong', () => {
    const good = fileOf(resultsOf([unit(0)]));
    expect(readFile(`${good}{"unit":-1,"numbers":[]}`)).toEqual({ problem: { kind: 'bad-line', line: 3 } });
    const huge = JSON.stringify({ unit: 1, numbers: measureIds.map(() => 1e308) });
    expect(readFile(`${good}${huge}`)).toEqual({ problem: { kind: 'bad-line', line: 3 } });
    expect(readFile('{"unit":0,"numbers":null}')).toEqual({ problem: { kind: 'no-study' } });
    const other = fileOf(new Results({ ...smallStudy, seed: 1 }));
    expect(readFile(good + other)).toEqual({ problem: { kind: 'other-study', line: 3 } });
    expect(readFile('')).toEqual({ problem: { kind: 'no-study' } });
    expect(readFile('<html>')).toEqual({ problem: { kind: 'no-study' } });
  });

  it('keeps the runs before an incomplete last line', () => {
    const read = readFile(fileOf(resultsOf([unit(0), unit(1)])).slice(0, -5));
    expect('results' in read && [read.isCut, read.results.done]).toEqual([true, 1]);
    const good = fileOf(resultsOf([unit(0)]));
    expect(readFile(`${good}{"unit":1,"num\n`)).toEqual({ problem: { kind: 'bad-line', line: 3 } });
  });
});

describe('the table of all runs', () => {
  it('has a line for each run, with its place and its seed', () => {
    const [head, ...rows] = [...csvLines(resultsOf([unit(0, 1), unit(5, 2)]))].join('').trim().split('\r\n');
    expect(head?.split(',').slice(0, 4)).toEqual(['strategy', 'crashesPerMinute', 'seed', measureIds[0]]);
    expect(rows.map((row) => row.split(',').slice(0, 4))).toEqual([
      ['sticky', '0', '2026', '1'],
      ['sticky', '12', '2027', '2'],
    ]);
  });
});
