/** What a run's steps say: reasons by kind and node, and captions in both languages. */
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { explain } from '../../src/sequence/explain.ts';
import { factsOf } from '../../src/sequence/facts.ts';
import type { Line } from '../../src/simulation/applications/line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients } from '../../src/simulation/scenario.ts';
import type { Run } from '../../src/trace/run.ts';
import { whyOf } from '../../src/trace/why.ts';
import { runOf } from './run-of.ts';
import { type ScenarioChanges, scenario } from './scenario.ts';

/** One client with this script. */
export function runWith(
  script: readonly Line[],
  changes: ScenarioChanges = {},
  commands: readonly Command[] = [],
): Run {
  return runOf(scenario({ clients: [clients(script)], ...changes }), commands);
}

/** Index of the step with this key. */
function stepOf(run: Run, key: string): number {
  const index = run.steps.findIndex((step) => step.key === key);
  if (index < 0) throw new Error(`No ${key} in ${run.steps.map((step) => step.key).join(', ')}.`);
  return index;
}

/** `kind node` for each reason of a step. */
export function reasonsAt(run: Run, key: string): string[] {
  return whyOf(run, stepOf(run, key)).map(({ kind, node }) => `${kind} ${node}`);
}

/** The captions of a step: English, Korean. */
export function captionsAt(run: Run, key: string): string[] {
  return captionsOf(run, stepOf(run, key));
}

export function captionsOf(run: Run, index: number): string[] {
  const facts = factsOf(run)[index];
  if (facts === undefined) throw new Error(`No facts for step ${index}.`);
  return [english, korean].map((book) =>
    book
      .caption(facts)
      .map(({ text }) => text)
      .join(''),
  );
}

/** Why a step came out as it did, in English; empty where there's nothing to explain. */
export function whyAt(run: Run, key: string): string {
  return explain(run, stepOf(run, key), english) ?? '';
}
