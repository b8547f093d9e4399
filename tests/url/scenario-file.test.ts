import Ajv from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/simulation/cluster.ts';
import { completeScenario, shortScenario } from '../../src/simulation/complete-scenario.ts';
import { clients, clusterScenario, type Scenario } from '../../src/simulation/scenario.ts';
import type { Problem } from '../../src/simulation/validation/check.ts';
import { checkCommands } from '../../src/simulation/validation/check-commands.ts';
import { checkScenario } from '../../src/simulation/validation/check-scenario.ts';
import { isRecord } from '../../src/simulation/validation/is-record.ts';
import { withVariant } from '../../src/simulation/variants.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { pageLimits } from '../../src/url/run-code.ts';
import { looksLikeRunFile, readRunFile } from '../../src/url/run-file.ts';
import { readScenarioFile, writeScenarioFile } from '../../src/url/scenario-file.ts';
import { scenarioFileSchema } from '../support/scenario-schema/schema.ts';
import { anySchedule } from '../support/schedules.ts';
import { anyTransportCommands, anyTransportScenario } from '../support/transport-arbitraries.ts';

const SCHEMA_URL = './scenario.schema.json';

const anyRun = fc
  .oneof(
    anySchedule,
    fc.record<{ scenario: Scenario; commands: readonly Command[] }>({
      scenario: anyTransportScenario,
      commands: anyTransportCommands,
    }),
  )
  .filter(({ scenario, commands }) => problemsOf(scenario, commands).length === 0);

function problemsOf(scenario: unknown, commands: unknown): readonly Problem[] {
  const complete = completeScenario(scenario);
  const problems = checkScenario(complete, pageLimits);
  return problems.length > 0 ? problems : checkCommands(commands, complete as Scenario);
}

describe('a scenario file', () => {
  it('gives the run that it was written from', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(readScenarioFile(writeScenarioFile(run, SCHEMA_URL))).toEqual(run);
      }),
      { numRuns: 200 },
    );
  });

  it('has only what differs from the defaults', () => {
    const scenario = clusterScenario({
      strategy: 'shared-store',
      clients: [clients([{ kind: 'me' }], { retries: 2 })],
      timing: { healthIntervalUs: 5_000_000 },
      store: { replica: {} },
    });
    expect(JSON.parse(writeScenarioFile({ scenario, commands: [] }, SCHEMA_URL))).toEqual({
      $schema: SCHEMA_URL,
      statescope: 2,
      scenario: {
        kind: 'cluster',
        strategy: 'shared-store',
        timing: { healthIntervalUs: 5_000_000 },
        store: { replica: {} },
        clients: [{ retries: 2, script: [{ kind: 'me' }] }],
      },
    });
  });

  it('opens like any other run file, in the sandbox', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const text = writeScenarioFile(run, SCHEMA_URL);
        expect(looksLikeRunFile(text)).toBe(true);
        const read = readRunFile(text);
        if ('problem' in read) throw new Error(read.problem);
        const at = read.link.indexOf('#');
        const link = parseLink(read.link.slice(0, at), read.link.slice(at));
        expect(link).toMatchObject({
          lesson: { id: 'sandbox' },
          run: { commands: run.commands },
          problems: [],
        });
        // As `open` does: the address names the strategy, and the code has what else differs.
        const { scenario } = link.run ?? {};
        expect(scenario && link.variant && withVariant(scenario, link.variant)).toEqual(run.scenario);
      }),
      { numRuns: 50 },
    );
  });

  it.each<[string, string, object]>([
    ['no JSON', '{', { kind: 'not-json' }],
    ['no scenario', '{"statescope":2}', { kind: 'no-scenario' }],
    ['an unknown member', '{"statescope":2,"scenario":{},"orders":[]}', { kind: 'unknown-member' }],
    [
      'a wrong field',
      '{"statescope":2,"scenario":{"kind":"cluster","strategy":"sticky","servers":0,"clients":[{"script":[{"kind":"me"}]}]}}',
      { kind: 'fields', problems: [{ field: 'servers', allowed: { kind: 'whole-number', min: 1, max: 9 } }] },
    ],
  ])('names what is wrong: %s', (_, text, problem) => {
    expect(readScenarioFile(text)).toMatchObject({ problem });
  });
});

describe('the published schema', () => {
  const schema = scenarioFileSchema();
  // The lists of allowed values mix types, and a description can stand beside a union.
  const validate = new Ajv({ strict: true, strictTypes: false, allErrors: false }).compile(schema);
  const isValid = (scenario: unknown, commands: unknown) => validate({ statescope: 2, scenario, commands });

  it('is the one beside the page. To accept a change of the validator: npx vitest run tests/url/scenario-file -u', async () => {
    await expect(`${JSON.stringify(schema, null, 1)}\n`).toMatchFileSnapshot(
      '../../public/scenario.schema.json',
    );
  });

  it('accepts every valid scenario, whole and without its defaults', () => {
    fc.assert(
      fc.property(anyRun, ({ scenario, commands }) => {
        expect(isValid(scenario, commands) || validate.errors).toBe(true);
        expect(isValid(shortScenario(scenario), commands) || validate.errors).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the validator on scenarios with one value changed', () => {
    fc.assert(
      fc.property(anyRun, fc.boolean(), anyPath, anyValue, ({ scenario, commands }, isShort, path, by) => {
        const written = isShort ? shortScenario(scenario) : scenario;
        const changed = spoiled({ scenario: written, commands }, path, by);
        if (!isRecord(changed)) return;
        const problems = problemsOf(changed.scenario, changed.commands);
        if (problems.some(isOfSeveral)) return;
        expect([isValid(changed.scenario, changed.commands), changed]).toEqual([
          problems.length === 0,
          changed,
        ]);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Rules about several values together, which a schema can't say. */
function isOfSeveral({ field, allowed }: Problem): boolean {
  if (['sum', 'known-node', 'known-client', 'known-request', 'different-nodes'].includes(allowed.kind)) {
    return true;
  }
  return /maxUs$|\.arrivals\.|^clients\[0\]\.script$/.test(field);
}

const anyPath = fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 7 });

const anyValue = fc.oneof(
  fc.constantFrom(0, -1, 1, 0.5, 2 ** 31, 2 ** 42, null, true, '', [], {}),
  fc.constantFrom('server-1', 'client', 'client/1', 'fixed', 'lose', 'lock', { kind: 'me' }, { kind: 'own' }),
);

/** Replaces one value in it, at any depth; a member of an object can also go, or come. */
function spoiled(value: unknown, [first = 0, ...rest]: readonly number[], by: unknown): unknown {
  if (Array.isArray(value) && value.length > 0) {
    const at = first % value.length;
    return value.with(at, rest.length === 0 ? by : spoiled(value[at], rest, by));
  }
  if (!isRecord(value)) return by;
  const keys = [...Object.keys(value), 'unknown'];
  const key = keys[first % keys.length] ?? '';
  if (rest.length > 0) return { ...value, [key]: spoiled(value[key], rest, by) };
  const { [key]: _gone, ...others } = value;
  return by === null ? others : { ...value, [key]: by };
}
