import { describe, expect, it } from 'vitest';
import { challengeById, challenges } from '../../src/challenges/challenges.ts';
import {
  budgetProblem,
  changeCount,
  isRepairOf,
  type Repair,
  repairedWith,
} from '../../src/lab/repair/challenge.ts';
import { costOf, starsOf } from '../../src/lab/repair/cost.ts';
import { settingOf } from '../../src/lab/repair/settings.ts';
import { scheduleCount } from '../../src/lab/repair/trial.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { firstBreak, trialWith } from '../support/repair-trial.ts';

/** A repair is judged by thousands of runs. */
const TIMEOUT_MS = 120_000;

function starsFor(challenge: (typeof challenges)[number], repair: Repair): number {
  const { points } = costOf(repairedWith(challenge, repair), challenge.commands);
  return starsOf(challenge, changeCount(repair), points);
}

it('are twelve or more, in the order of their numbers', () => {
  expect(challenges.length).toBeGreaterThanOrEqual(12);
  const orders = challenges.map(({ order }) => order);
  expect(orders).toEqual([...new Set(orders)].sort((one, other) => one - other));
});

describe.each(challenges)('$id', (challenge) => {
  it('is refused as it is', () => {
    expect(firstBreak(trialWith(challenge, {}))).not.toBeNull();
  });

  it.each(challenge.repairs)('is repaired by %o', { timeout: TIMEOUT_MS }, (repair) => {
    expect(isRepairOf(challenge, repair)).toBe(true);
    expect(budgetProblem(challenge, repair)).toBeNull();
    const trial = trialWith(challenge, repair);
    expect(scheduleCount(trial)).toBeGreaterThanOrEqual(2_000);
    expect(firstBreak(trial)).toBeNull();
  });

  it('has a repair that gets all stars', () => {
    expect(Math.max(...challenge.repairs.map((repair) => starsFor(challenge, repair)))).toBe(3);
  });

  it('offers values that can be simulated, and the present one among them', () => {
    for (const id of challenge.settings) {
      const { values, of, set } = settingOf(id);
      expect(values, id).toContain(of(challenge.scenario));
      for (const value of values) {
        const changed = set(challenge.scenario, value);
        expect(checkScenario(changed), `${id} ${value}`).toEqual([]);
        expect(of(changed), id).toBe(value);
      }
    }
  });
});

it('two tabs are not repaired by a strategy that loses an item, too', { timeout: TIMEOUT_MS }, () => {
  const tabs = challengeById('two-tabs-one-cart');
  if (tabs === undefined) throw new Error('There is no such challenge.');
  for (const strategy of ['sealed-cookie', 'signed-token', 'server-memory', 'replicated'] as const) {
    expect(firstBreak(trialWith(tabs, { strategy })), strategy).not.toBeNull();
  }
});

it('one is repaired by each of three strategies', () => {
  const clerk = challengeById('the-clerk-forgets');
  if (clerk === undefined) throw new Error('There is no such challenge.');
  expect(clerk.repairs).toEqual(
    expect.arrayContaining([
      { strategy: 'shared-store' },
      { strategy: 'signed-token' },
      { strategy: 'sealed-cookie' },
    ]),
  );
});
