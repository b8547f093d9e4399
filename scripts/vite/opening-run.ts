/**
 * Generates what is shown of the run that the page opens with, so that it takes no simulation and no phrasebook: its diagram
 * in each language, its places in the lesson, and the lesson itself as plain data.
 */
import { join } from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { firstLesson } from '../../src/lessons/first-lesson.ts';
import { lessonPositionAt, stepAt } from '../../src/player/lesson-position.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { Phrasebook } from '../../src/sequence/phrasebook.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import { record } from '../../src/simulation/simulate.ts';
import { readTrace } from '../../src/trace/read-trace.ts';
import { shippedLanguages } from '../../src/url/languages.ts';

const ID = /^virtual:opening-(?:run|diagrams|diagram\/[\w-]+)$/;
/** The leading zero byte keeps other plugins away. */
const RESOLVED_ID = /^\0virtual:opening-/;
const LESSON_ID = new RegExp(`/src/lessons/${firstLesson.id}/lesson\\.ts$`);
const RESOLVED_DIAGRAM = '\0virtual:opening-diagram/';

const locales = join(import.meta.dirname, '../../src/locales');

export function openingRun(): Plugin {
  return {
    name: 'opening-run',
    resolveId: { filter: { id: ID }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: [RESOLVED_ID, LESSON_ID] },
      async handler(id) {
        if (LESSON_ID.test(id)) return lessonModule();
        if (id === '\0virtual:opening-run') return runModule();
        if (!id.startsWith(RESOLVED_DIAGRAM)) return loadersModule();
        const { code, dependencies } = await diagramModule(id.slice(RESOLVED_DIAGRAM.length));
        // The development server generates it again when its words change.
        for (const file of dependencies) this.addWatchFile(file);
        return code;
      },
    },
  };
}

/** The lesson with complete scenarios, so that it takes no constructors and defaults. */
function lessonModule(): string {
  const scenes = firstLesson.scenes.map(({ scenario, ...scene }) =>
    scenario === undefined ? scene : { ...scene, changed: changedMembers(scenario) },
  );
  return `const { scenario, scenes, ...rest } = ${parsed({ ...firstLesson, scenes })};
    const complete = ({ changed, ...scene }) =>
      changed === undefined ? scene : { ...scene, scenario: { ...scenario, ...changed } };
    export default { ...rest, scenario, scenes: scenes.map(complete) };`;
}

/** The members in which a scene's scenario differs from the lesson's. Both have all members. */
function changedMembers(scenario: Scenario): Partial<Scenario> {
  const own = new Map(Object.entries(firstLesson.scenario));
  const isChanged = ([name, value]: [string, unknown]) =>
    JSON.stringify(own.get(name)) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(scenario).filter(isChanged));
}

function openedRun() {
  const { scenario } = firstLesson;
  return { scenario, commands: [], ...readTrace(record(scenario, [])) };
}

function runModule(): string {
  const run = openedRun();
  const opensAt = stepAt(run, firstLesson.opensAt);
  const lessonPositions = run.steps.map((_, step) => lessonPositionAt(firstLesson, run, step));
  return [exported('opensAt', opensAt), exported('lessonPositions', lessonPositions)].join('\n');
}

/** A diagram as plain data: its heads at each step, in place of the function. */
async function diagramModule(language: string): Promise<{ code: string; dependencies: readonly string[] }> {
  const { module, dependencies } = await runnerImport<{ readonly phrasebook: Phrasebook }>(
    join(locales, language, 'phrasebook.ts'),
    { configFile: false, logLevel: 'warn' },
  );
  const run = openedRun();
  const { headsAt, ...diagram } = describeRun(run, module.phrasebook);
  const code = exported('diagram', { ...diagram, heads: run.steps.map((_, step) => headsAt(step)) });
  return { code, dependencies };
}

function loadersModule(): string {
  const loaders = shippedLanguages.map((id) => `"${id}": () => import("virtual:opening-diagram/${id}")`);
  return `export const loaders = { ${loaders.join(', ')} };`;
}

function exported(name: string, value: unknown): string {
  return `export const ${name} = ${parsed(value)};`;
}

/** Engines parse a long JSON text faster than the same as a literal. */
function parsed(value: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}
