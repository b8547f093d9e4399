import { describe, expect, it } from 'vitest';
import { measureIds } from '../../../lab/measures.ts';
import { Results } from '../../../lab/results.ts';
import { readyMade, type StudyName, studyNames, studyQuestions } from '../../../lab/studies.ts';
import { pointsOf, type Study } from '../../../lab/study.ts';
import type { StrategyId } from '../../../simulation/strategies/strategies.ts';
import { plotDataOf } from '../plot-data.ts';
import { optionsOf, questionOf, withheld } from '../prediction.ts';

/** A study's plot, with one value at each point. */
function plotOf(name: StudyName, valueAt: (x: number, strategy: StrategyId) => number) {
  const study: Study = { ...readyMade[name], runsPerPoint: 1 };
  const results = new Results(study);
  for (const { index, strategy, at } of pointsOf(study)) {
    const value = valueAt(Number(at[0]), strategy);
    results.add({ unit: index, numbers: measureIds.map(() => value) });
  }
  return plotDataOf(results.snapshot(), study.measure);
}

describe('the question of a study', () => {
  it.each(studyNames)('%s asks about lines and values that it has', (name) => {
    const { axes, strategies }: Study = readyMade[name];
    const { lines, from, asks } = studyQuestions[name];
    const values = axes[0]?.values ?? [];
    expect(strategies).toEqual(expect.arrayContaining([...lines]));
    expect(values).toContain(from);
    if (asks.kind === 'measure') expect(values).toContain(asks.at);
    expect(from).toBeLessThan(asks.kind === 'measure' ? asks.at : Number(values.at(-1)));
  });

  it('is asked only with its own measure', () => {
    const data = plotOf('replication', () => 1);
    expect(questionOf(data)).toBe(studyQuestions.replication);
    expect(questionOf({ ...data, measure: 'latency99' })).toBeNull();
    const study = { ...data.study, strategies: data.study.strategies.slice(1) };
    expect(questionOf({ ...data, study })).toBeNull();
  });

  it('ends the line asked about where it begins, and leaves the others', () => {
    const data = plotOf('replication', (x) => x);
    const shown = withheld(data, { question: studyQuestions.replication, options: [] });
    const columnsOf = (strategy: StrategyId) =>
      shown.series.find((each) => each.strategy === strategy)?.points.map(({ x }) => x);
    expect(columnsOf('replicated')).toEqual([1, 2, 3]);
    expect(columnsOf('sticky')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(withheld(data, null)).toBe(data);
  });

  it('ends all lines where the others would give the answer away', () => {
    const data = plotOf('retry-storm', (x) => x);
    const shown = withheld(data, { question: studyQuestions['retry-storm'], options: [] });
    expect(shown.series.map(({ points }) => points.length)).toEqual(shown.series.map(() => 2));
  });
});

describe('the answers to choose from', () => {
  it('are the true one, how the line would go on, and where it ends, from low to high', () => {
    const data = plotOf('replication', (x, strategy) => (strategy === 'replicated' ? x * x * 10 : 100));
    expect(optionsOf(data, studyQuestions.replication)).toEqual([
      { letter: 'A', x: 9, y: 90, isTrue: false },
      { letter: 'B', x: 9, y: 390, isTrue: false },
      { letter: 'C', x: 9, y: 810, isTrue: true },
    ]);
  });

  it('are values of the axis where the question is about when', () => {
    const data = plotOf('login-storm', (x) => (x < 300 ? x : 1_000));
    expect(optionsOf(data, studyQuestions['login-storm'])).toEqual([
      { letter: 'A', x: 200, y: 1_000, isTrue: false },
      { letter: 'B', x: 300, y: 1_000, isTrue: true },
      { letter: 'C', x: 500, y: 1_000, isTrue: false },
    ]);
  });

  it('are none where the measure never gets there', () => {
    const data = plotOf('login-storm', () => 1);
    expect(optionsOf(data, studyQuestions['login-storm'])).toEqual([]);
  });

  it.each(studyNames)('of %s have one that is true, and lie apart', (name) => {
    const data = plotOf(name, (x, strategy) => Math.max(0, 1_500 - 40 * x) + strategy.length);
    const options = optionsOf(data, studyQuestions[name]);
    if (options.length === 0) return;
    expect(options.filter(({ isTrue }) => isTrue)).toHaveLength(1);
    expect(new Set(options.map(({ x, y }) => `${x} ${y}`)).size).toBe(options.length);
  });
});
