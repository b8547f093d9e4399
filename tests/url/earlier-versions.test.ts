/** Links and files are kept for years: every version ever written still opens. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonById } from '../../src/lessons/lessons.ts';
import sandbox from '../../src/lessons/sandbox/lesson.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { completeScenario } from '../../src/simulation/complete-scenario.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { withVariant } from '../../src/simulation/variants.ts';
import { parseLink } from '../../src/url/parse-link.ts';
import { decodeRun } from '../../src/url/run-code.ts';
import { readRunFile } from '../../src/url/run-file.ts';

interface Expected {
  readonly lesson: string;
  readonly variant: string;
  readonly step: number;
  /** The fields that differ from the lesson's. */
  readonly scenario?: Partial<Scenario>;
  /** Of the first client. */
  readonly script?: readonly Line[];
  /** The whole scenario, where it's of another kind. */
  readonly whole?: Scenario;
  readonly commands: readonly Command[];
  /** As the codes call the other branches. */
  readonly futures?: readonly (readonly Command[])[];
}

interface Fixture {
  readonly writtenBy: string;
  readonly link: string;
  readonly file?: string;
  readonly saved?: string;
  readonly expected: Expected;
}

const folder = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) =>
    (JSON.parse(readFileSync(join(folder, name), 'utf8')) as Fixture[]).map((fixture) => ({
      version: name.replace('.json', ''),
      ...fixture,
    })),
  );

/** Fields that came after the fixture have their defaults. */
function scenarioOf(expected: Expected): Scenario {
  return completeScenario(writtenScenarioOf(expected)) as Scenario;
}

function writtenScenarioOf({ lesson, variant, scenario, script, whole }: Expected): Scenario {
  if (whole !== undefined) return whole;
  const base = lessonById(lesson)?.scenario;
  if (base?.kind !== 'cluster') throw new Error(`${lesson} is not a lesson with a cluster.`);
  const [first, ...others] = base.clients;
  if (first === undefined) throw new Error(`${lesson} has no client.`);
  const speaking = script === undefined ? {} : { clients: [{ ...first, script }, ...others] };
  return withVariant({ ...base, ...scenario, ...speaking } as Scenario, variant as never);
}

function opened(link: string) {
  const { search, hash } = new URL(link, 'https://shop.example/');
  const { lesson, variant, step, run, problems } = parseLink(search, hash);
  if (run === null || variant === undefined) throw new Error(`No run: ${JSON.stringify(problems)}`);
  return {
    problems,
    lesson: lesson.id,
    step,
    variant,
    run: { ...run, scenario: withVariant(run.scenario, variant) },
  };
}

function expectedOf(expected: Expected) {
  const { lesson, variant, step, commands, futures } = expected;
  const run = {
    scenario: scenarioOf(expected),
    commands,
    ...(futures !== undefined && { branches: futures }),
  };
  return { problems: [], lesson, step, variant, run };
}

describe('what earlier versions wrote', () => {
  it('cover each version, as a link and as a file', () => {
    const versions = ['version-1', 'version-2', 'version-3', 'version-4'];
    expect(new Set(fixtures.map(({ version }) => version))).toEqual(new Set(versions));
    for (const version of versions) {
      expect(fixtures.some((each) => each.version === version && each.file !== undefined)).toBe(true);
    }
  });

  it.each(fixtures)('opens from a link: $version by $writtenBy, $expected.variant', ({ link, expected }) => {
    expect(opened(link)).toEqual(expectedOf(expected));
  });

  it.each(fixtures.filter(({ file }) => file !== undefined))(
    'opens from a file: $version by $writtenBy, $expected.variant',
    ({ file = '', expected }) => {
      const read = readRunFile(file);
      if ('problem' in read) throw new Error(read.problem);
      expect(opened(read.link)).toEqual(expectedOf(expected));
    },
  );

  it.each(fixtures.filter(({ saved }) => saved !== undefined))(
    'opens from this browser’s storage: $version by $writtenBy, $expected.variant',
    ({ saved = '', expected }) => {
      const { commands } = expected;
      expect(decodeRun(saved, sandbox.scenario)).toEqual({ scenario: scenarioOf(expected), commands });
    },
  );
});
