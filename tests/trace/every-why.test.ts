/**
 * What holds for the explanations of every run: of all lessons and incidents, and of random scenarios with random faults. A
 * sentence that is wrong in any scenario breaks a rule.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidents } from '../../src/incidents/incidents.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { runOf } from '../support/run-of.ts';
import { anySchedule } from '../support/schedules.ts';
import { whyProblems } from '../support/why-problems.ts';

const phrasebooks = [english, korean];

describe('every explanation', () => {
  const scenes = lessons.flatMap((lesson) =>
    [...lesson.scenes, { id: 'closing', ...lesson.closing }].map((scene) => ({
      name: `${lesson.id} ${scene.id}`,
      scenario: scene.scenario ?? lesson.scenario,
      commands: scene.commands ?? [],
    })),
  );

  it.each(scenes)('is true in $name', ({ scenario, commands }) => {
    expect(whyProblems(runOf(scenario, commands), phrasebooks)).toEqual([]);
  });

  const sides = incidents.flatMap(({ id, scenario, fixed, commands }) => [
    { name: id, scenario, commands },
    { name: `${id}, fixed`, scenario: fixed, commands },
  ]);

  it.each(sides)('is true in $name', ({ scenario, commands }) => {
    expect(whyProblems(runOf(scenario, commands), phrasebooks)).toEqual([]);
    expect(whyProblems(runOf(scenario, commands, 'full'), phrasebooks)).toEqual([]);
  });

  // In parts, because the mutation tests run only short tests.
  const kinds = strategyIds.flatMap((strategy) =>
    (['essential', 'full'] as const).map((detail) => ({ strategy, detail })),
  );

  it.each(kinds)(
    'is true in random scenarios with random faults: $strategy, $detail',
    ({ strategy, detail }) => {
      const anyOfStrategy = anySchedule.filter(({ scenario }) => scenario.strategy === strategy);
      fc.assert(
        fc.property(anyOfStrategy, ({ scenario, commands }) => {
          expect(whyProblems(runOf(scenario, commands, detail), phrasebooks)).toEqual([]);
        }),
        { numRuns: 4 },
      );
    },
  );
});
