import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStudy, PAGE_RUNS_MAX } from '../../src/lab/check-study.ts';
import { measureIds, measureIndex } from '../../src/lab/measures.ts';
import { parameterIds, parameterOf } from '../../src/lab/parameters.ts';
import { planOf, runPoint } from '../../src/lab/run-point.ts';
import { nameOfPoints, readyMade, studyNames } from '../../src/lab/studies.ts';
import { defaultStudy, pointsOf, range, runCount, type Study } from '../../src/lab/study.ts';
import { checkCommands } from '../../src/simulation/validation/check-commands.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { pageLimits } from '../../src/url/run-code.ts';
import { readStudyCode, studyCode } from '../../src/url/study-code.ts';
import { smallStudy } from './small-study.ts';

function problemsOf(changes: Partial<Study>): unknown[] {
  const checked = checkStudy({ ...smallStudy, ...changes });
  return 'problems' in checked ? [...checked.problems] : [];
}

/** Values at the limits of each parameter. */
const anySettings = fc
  .subarray([...parameterIds], { maxLength: 4 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) => {
        const parameter = parameterOf(id);
        return fc
          .constantFrom<number | string>(
            ...(parameter.kind === 'choice' ? parameter.values : [parameter.min, parameter.max]),
          )
          .map((value) => [id, value] as const);
      }),
    ),
  )
  .map((entries): Study['settings'] => Object.fromEntries(entries));

describe('a study', () => {
  it.each(studyNames)('%s is valid, and is found by its name', (name) => {
    expect(checkStudy(readyMade[name])).toEqual({ study: readyMade[name] });
    expect(nameOfPoints(readyMade[name])).toBe(name);
    expect(studyCode(readyMade[name])).toBe(name);
  });

  it('has a point for each strategy and each value', () => {
    const axes: Study['axes'] = [
      { parameter: 'servers', values: [1, 2] },
      { parameter: 'retries', values: [0, 1, 2] },
    ];
    const points = pointsOf({ strategies: ['sticky', 'replicated'], axes });
    expect(points.map(({ index }) => index)).toEqual(Array.from({ length: 12 }, (_, index) => index));
    expect(points[4]).toEqual({ index: 4, strategy: 'sticky', at: [2, 1] });
    expect(points[6]).toEqual({ index: 6, strategy: 'replicated', at: [1, 0] });
  });

  it('has exact decimals in its values', () => {
    expect(range(0, 0.5, 0.1)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(range(1, 0, 1)).toEqual([]);
  });

  it('is refused with a clear reason', () => {
    expect(
      problemsOf({
        runsPerPoint: 10_000,
        axes: [{ parameter: 'servers', values: range(1, 9, 1) }],
        strategies: defaultStudy.strategies,
      }),
    ).toMatchObject([{ kind: 'too-many-runs', max: PAGE_RUNS_MAX }]);
    expect(problemsOf({ axes: [{ parameter: 'servers', values: [] }] })).toEqual([
      { kind: 'no-values', parameter: 'servers' },
    ]);
    expect(problemsOf({ axes: [{ parameter: 'servers', values: [0] }] })).toMatchObject([
      { kind: 'out-of-range', min: 1, max: 9 },
    ]);
    expect(problemsOf({ axes: [{ parameter: 'servers', values: [1.5] }] })).toMatchObject([
      { kind: 'out-of-range', isWhole: true },
    ]);
    expect(problemsOf({ strategies: [] })).toEqual([{ kind: 'no-strategy' }]);
    expect(problemsOf({ runsPerPoint: Number.NaN })).toMatchObject([{ kind: 'bad-runs' }]);
    expect(
      problemsOf({
        settings: { clients: 40, requests: 60, thinkMs: 60_000, crashesPerMinute: 30 },
        axes: [{ parameter: 'retries', values: [1] }],
      }),
    ).toMatchObject([{ kind: 'too-many-crashes' }]);
    expect(problemsOf({ settings: { addedServers: 8 } })).toMatchObject([{ kind: 'too-many-servers' }]);
    expect(
      problemsOf({
        axes: [
          { parameter: 'retries', values: [1] },
          { parameter: 'retries', values: [1] },
        ],
      }),
    ).toMatchObject([{ kind: 'same-axis' }]);
  });

  it('is refused with each member that doesn’t fit', () => {
    const { axes: _, ...rest } = smallStudy;
    const given = { ...rest, strategies: ['sticky', 'x'], script: 5, settings: { sizes: 1 }, seed: '1' };
    const checked = checkStudy(given);
    expect('problems' in checked && checked.problems).toEqual([
      { kind: 'bad-field', field: 'axes' },
      { kind: 'unknown-name', field: 'strategies', name: 'x' },
      { kind: 'bad-field', field: 'script' },
      { kind: 'unknown-name', field: 'settings', name: 'sizes' },
      { kind: 'bad-field', field: 'seed' },
    ]);
    expect(problemsOf({ strategies: ['sticky', 'sticky'] })).toEqual([
      { kind: 'same-strategy', name: 'sticky' },
    ]);
  });

  it('from anywhere is checked without failing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({
            ...Object.fromEntries(
              Object.entries(smallStudy).map(([name, value]) => [
                name,
                fc.oneof(fc.constant(value), fc.anything()),
              ]),
            ),
          }),
        ),
        (given) => {
          const checked = checkStudy(given);
          expect('study' in checked || checked.problems.length > 0).toBe(true);
        },
      ),
    );
  });

  it('goes through an address', () => {
    fc.assert(
      fc.property(anySettings, fc.nat(), (settings, seed) => {
        const study = { ...smallStudy, settings, seed };
        const read = readStudyCode(studyCode(study));
        if ('study' in read) expect(read.study).toEqual(study);
        else expect('problems' in checkStudy(study)).toBe(true);
      }),
    );
    expect(readStudyCode('Anything')).toEqual({ problems: [{ kind: 'not-a-study' }] });
    expect(readStudyCode('constructor')).toEqual({ problems: [{ kind: 'not-a-study' }] });
  });
});

describe('a point and a seed', () => {
  it('give a scenario and commands that can be simulated and opened on a stage', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom('account', 'shop', 'payment', 'visit'), (settings, script) => {
        const study = { ...smallStudy, settings, script } as const;
        if ('problems' in checkStudy(study)) return;
        for (const point of pointsOf(study)) {
          const { scenario, commands } = planOf(study, point, 1);
          expect(checkScenario(scenario, pageLimits)).toEqual([]);
          expect(checkCommands(commands, scenario)).toEqual([]);
        }
      }),
    );
  });

  it('give the same numbers each time, and others with another seed', () => {
    const [, point] = pointsOf(smallStudy);
    if (point === undefined) throw new Error('The study has no second point.');
    const numbers = runPoint(smallStudy, point, 0);
    expect(numbers).toHaveLength(measureIds.length);
    expect(runPoint(smallStudy, point, 0)).toEqual(numbers);
    expect(runPoint(smallStudy, point, 1)).not.toEqual(numbers);
    expect(runPoint({ ...smallStudy, seed: smallStudy.seed + 1 }, point, 0)).toEqual(
      runPoint(smallStudy, point, 1),
    );
  });

  it('have the same faults under each strategy', () => {
    const study = { ...smallStudy, strategies: defaultStudy.strategies };
    const crashed = pointsOf(study).filter(({ at }) => at[0] === 12);
    const lists = crashed.map((point) => JSON.stringify(planOf(study, point, 0).commands));
    expect(lists[0]).toContain('crash');
    expect(new Set(lists).size).toBe(1);
  });

  it('lose no session without a crash, and none without state on servers', () => {
    const study: Study = { ...smallStudy, strategies: defaultStudy.strategies };
    for (const point of pointsOf(study)) {
      const lost = runPoint(study, point, 0)[measureIndex('sessionsLost')];
      if (point.at[0] === 0 || point.strategy === 'signed-token') expect(lost).toBe(0);
    }
    expect(runCount(study)).toBe(defaultStudy.strategies.length * 2 * 3);
  });
});
