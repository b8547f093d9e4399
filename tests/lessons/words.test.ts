/**
 * Every situation of every lesson, under every strategy, and with each machine that remembers crashed at every step: nothing is without
 * words, nothing is too long for two lines, nothing is called by its ID, and what fails says why.
 *
 * That is some thousands of runs. The test takes those that its seed draws; `STATESCOPE_WALK=all` takes all of them.
 */
import { describe, expect, it } from 'vitest';
import type { Lesson, SceneSetup } from '../../src/lessons/lesson.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { explain } from '../../src/sequence/explain.ts';
import { isServer, SESSION_STORE } from '../../src/simulation/cluster.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import { randomStream } from '../../src/simulation/kernel/random.ts';
import { variantsOf, withVariant } from '../../src/simulation/variants.ts';
import type { Run } from '../../src/trace/run.ts';
import type { Detail } from '../../src/trace/visible-events.ts';
import { runOf } from '../support/run-of.ts';
import { operated } from '../support/runs.ts';
import { faultsOf } from '../support/word-faults.ts';

const takesAll = process.env.STATESCOPE_WALK === 'all';
const SEED = Number(process.env.STATESCOPE_SEED ?? 1);
/** Of the crashes of one run, so many. */
const CRASHES = 1;

interface Case {
  readonly name: string;
  readonly run: Run;
}

function sceneSetupsOf({ scenario, opensAt, scenes, closing }: Lesson): readonly SceneSetup[] {
  return [{ at: opensAt }, ...scenes, closing].map((each) => ({
    ...each,
    scenario: each.scenario ?? scenario,
  }));
}

/** Each with what is done in it, under each variant. */
function calmCasesOf(lesson: Lesson): Case[] {
  const seen = new Set<string>();
  return sceneSetupsOf(lesson).flatMap(({ scenario = lesson.scenario, commands = [] }, index) =>
    variantsOf(scenario).flatMap((variant) => {
      const varied = withVariant(scenario, variant);
      const key = JSON.stringify([varied, commands]);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ name: `${lesson.id} ${index} under ${variant}`, run: runOf(varied, commands) }];
    }),
  );
}

/** The same, with one machine crashed at one step. */
function* crashCasesOf(calm: readonly Case[]): Generator<Case> {
  const random = randomStream(SEED, 'crashes of the walk over all lessons');
  for (const { name, run } of calm) {
    const nodes = [...(run.states.at(-1)?.snapshot ?? [])].map(([id]) => id).filter(hasMemory);
    const all = run.steps.flatMap((_, step) => nodes.map((node) => ({ step, node })));
    const taken = takesAll
      ? all
      : Array.from({ length: CRASHES }, () => all[random.integer(0, all.length - 1)]);
    for (const each of taken) {
      if (each === undefined) continue;
      yield {
        name: `${name}, ${each.node} crashed at ${each.step + 1}`,
        run: operated(run, each.step, 'crash', each.node),
      };
    }
  }
}

/** Those whose memory a crash takes. */
function hasMemory(node: NodeId): boolean {
  return isServer(node) || node === SESSION_STORE;
}

const details: readonly Detail[] = ['essential', 'full'];

describe.each(lessons.map((lesson) => ({ id: lesson.id, lesson })))('$id', ({ lesson }) => {
  const calm = calmCasesOf(lesson);

  it('has words for every step, whoever crashes when', () => {
    const faults = new Set<string>();
    for (const { name, run } of [...calm, ...crashCasesOf(calm)]) {
      for (const detail of details) {
        const whole = detail === run.detail ? run : runOf(run.scenario, run.commands, detail);
        for (const phrasebook of [korean, english]) {
          for (const fault of faultsOf(whole, phrasebook)) faults.add(`${name}, ${detail}: ${fault}`);
        }
      }
    }
    expect([...faults]).toEqual([]);
  });

  it('says in two to four sentences why something failed, where something caused it', () => {
    const wrong = new Set<string>();
    for (const { name, run } of [...calm, ...crashCasesOf(calm)]) {
      for (const index of run.steps.keys()) {
        for (const phrasebook of [korean, english]) {
          const why = explain(run, index, phrasebook);
          const count = why?.match(/[.?](?=\s|$)/g)?.length ?? 0;
          if (why !== null && (count < 2 || count > 4)) wrong.add(`${name}, step ${index + 1}: ${why}`);
        }
      }
    }
    expect([...wrong]).toEqual([]);
  });
});
