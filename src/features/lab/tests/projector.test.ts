import { describe, expect, it } from 'vitest';
import { measureIds } from '../../../lab/measures.ts';
import { Results } from '../../../lab/results.ts';
import { readyMade } from '../../../lab/studies.ts';
import { defaultStudy, pointsOf, type Study } from '../../../lab/study.ts';
import type { StrategyId } from '../../../simulation/strategies/strategies.ts';
import { plotDataOf } from '../plot-data.ts';
import { mutedLines, projectedLine } from '../projector.ts';

const study: Study = { ...defaultStudy, runsPerPoint: 1 };

/** Each line is level. Lines without a value are 0. */
function plotOf(study: Study, values: Partial<Record<StrategyId, number>>) {
  const results = new Results(study);
  for (const { index, strategy } of pointsOf(study)) {
    results.add({ unit: index, numbers: measureIds.map(() => values[strategy] ?? 0) });
  }
  return plotDataOf(results.snapshot(), 'sessionsLost');
}

const colouredIn = (data: ReturnType<typeof plotOf>, cursor: number | null) => {
  const muted = mutedLines(data, cursor);
  return data.series.map(({ strategy }) => strategy).filter((strategy) => !muted.has(strategy));
};

describe('the lines in colour on a projector', () => {
  it('are those that the study’s question is about', () => {
    const data = plotOf({ ...readyMade.replication, runsPerPoint: 1 }, { replicated: 90 });
    expect(colouredIn(data, null).toSorted()).toEqual(['replicated', 'shared-store']);
  });

  it('are the first one and the one that differs most without a question', () => {
    const data = plotOf(
      { ...study, strategies: ['sticky', 'shared-store', 'signed-token'] },
      { sticky: 40, 'shared-store': 30 },
    );
    expect(colouredIn(data, null)).toEqual(['sticky', 'signed-token']);
  });

  it('are the cursor’s one and the one that differs most', () => {
    const data = plotOf(study, { sticky: 40, replicated: 90 });
    const point = data.series.find(({ strategy }) => strategy === 'signed-token')?.points[0];
    expect(colouredIn(data, point?.point.index ?? null).toSorted()).toEqual(['replicated', 'signed-token']);
  });
});

describe('the heat map on a projector', () => {
  const data = plotOf(study, {});

  it('is the chosen one', () => {
    expect(projectedLine(data, { picked: 'signed-token', cursor: 0 })?.strategy).toBe('signed-token');
  });

  it('is the cursor’s one, or else the first, until one is chosen', () => {
    const [first, second] = data.series;
    const cursor = second?.points[0]?.point.index ?? null;
    expect(projectedLine(data, { picked: null, cursor })).toBe(second);
    expect(projectedLine(data, { picked: null, cursor: null })).toBe(first);
  });

  it('is the first one if the chosen one isn’t in the study', () => {
    const other = plotOf({ ...study, strategies: ['sticky'] }, {});
    expect(projectedLine(other, { picked: 'signed-token', cursor: null })?.strategy).toBe('sticky');
  });
});
