/** Any JSON is either refused as a scenario, with the invalid field, or runs to an end. Nothing hangs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/simulation/cluster.ts';
import type { Scenario } from '../../../src/simulation/scenario.ts';
import { simulate } from '../../../src/simulation/simulate.ts';
import { checkCommands } from '../../../src/simulation/validation/check-commands.ts';
import { checkScenario } from '../../../src/simulation/validation/check-scenario.ts';
import { isRecord } from '../../../src/simulation/validation/is-record.ts';
import { ScenarioError } from '../../../src/simulation/validation/scenario-error.ts';
import { anySchedule } from '../../support/schedules.ts';

const EVENTS_MAX = 20_000;

/** Common mistakes, and values at the limits. */
const anyValue = fc.oneof(
  fc.constantFrom(0, -1, 1, 0.5, 2 ** 31, 2 ** 33, 2 ** 34, 2 ** 53, Number.NaN, null, true, '', [], {}),
  fc.constantFrom('server-1', 'client', 'client-2', 'client/1', 'fixed', 'uniform', 'exponential'),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Replaces one value in it, at any depth. */
function spoiled(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first = 0, ...rest] = path;
  if (Array.isArray(value) && value.length > 0) {
    const at = first % value.length;
    return value.with(at, spoiled(value[at], rest, by));
  }
  if (!isRecord(value) || Object.keys(value).length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[first % keys.length] ?? '';
  return { ...value, [key]: spoiled(value[key], rest, by) };
}

const anyPath = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 6 });

class Ends {
  readonly reasons: string[] = [];
  events = 0;

  report(event: { readonly kind: string; readonly reason?: string }): void {
    this.events += 1;
    if (event.kind === 'run-ended') this.reasons.push(event.reason ?? '');
  }
}

function outcomeOf(scenario: unknown, commands: unknown): 'refused' | 'ended' {
  // A cast without a check: this is untrusted JSON, and `simulate` refuses what's invalid in it.
  const [given, orders] = [scenario as Scenario, commands as readonly Command[]];
  const ends = new Ends();
  try {
    simulate(given, orders, ends, { eventsMax: EVENTS_MAX });
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    expect(ends.events).toBe(0);
    const inScenario = checkScenario(scenario);
    expect(error.problems).toEqual(inScenario.length > 0 ? inScenario : checkCommands(commands, given));
    return 'refused';
  }
  expect(ends.reasons).toHaveLength(1);
  return 'ended';
}

describe('a scenario', () => {
  it('that is any JSON at all is refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (scenario, commands) => {
        expect(outcomeOf(scenario, commands)).toBe('refused');
      }),
      { numRuns: 300 },
    );
  });

  it('with one random value is refused with a related field, or runs to its end', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(anySchedule, anyPath, anyValue, ({ scenario, commands }, path, value) => {
        outcomes.add(outcomeOf(spoiled(scenario, path, value), commands));
      }),
      { numRuns: 1_000 },
    );
    expect([...outcomes].sort()).toEqual(['ended', 'refused']);
  });

  it('with one random value in its commands is refused or runs to its end, too', () => {
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(anySchedule, anyPath, anyValue, ({ scenario, commands }, path, value) => {
        outcomes.add(outcomeOf(scenario, spoiled(commands, path, value)));
      }),
      { numRuns: 1_000 },
    );
    expect([...outcomes].sort()).toEqual(['ended', 'refused']);
  });

  it('that is generated for the tests of this project is never refused', () => {
    fc.assert(
      fc.property(anySchedule, ({ scenario, commands }) => {
        expect([...checkScenario(scenario), ...checkCommands(commands, scenario)]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
