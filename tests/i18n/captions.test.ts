import { describe, expect, it } from 'vitest';
import { describeRun } from '../../src/diagram/describe-run.ts';
import type { DiagramStep } from '../../src/diagram/model.ts';
import type { Phrasebook } from '../../src/diagram/phrasebook.ts';
import { phrasebook as english } from '../../src/i18n/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/i18n/ko/phrasebook.ts';
import { strategyIds } from '../../src/simulation/placement/placement.ts';
import type { Scenario } from '../../src/simulation/scenario.ts';
import type { Detail } from '../../src/trace/beats.ts';
import { type Run, runOf } from '../../src/trace/run.ts';
import { captionOf, labelOf, textsOf } from '../support/diagram-texts.ts';
import { operated } from '../support/runs.ts';
import { connecting, operations, scriptNames, speaking } from '../support/scripts.ts';

/**
 * Presenting, a caption's letters are 57.6 px high and a line is some 1,700 px long: 29 em. The widths are those of
 * Pretendard, in em, rounded up. Of two lines a word's length is lost at the end of the first.
 */
const LINE_EM = 29;
const CAPTION_EM_MAX = 2 * LINE_EM - 5;

function widthEm(text: string): number {
  return [...text].reduce((sum, letter) => {
    if (/[가-힣]/.test(letter)) return sum + 0.88;
    return sum + (letter === ' ' ? 0.24 : 0.58);
  }, 0);
}

/** What is wrong with the words of a step. */
function faultsIn(step: DiagramStep): string[] {
  const caption = captionOf(step);
  const texts = [caption, step.sentence, labelOf(step)];
  const faults = texts.flatMap((text) =>
    /\S/.test(text) && !/undefined|NaN|null|\[object| {2}|[.?!]\.|\b(server|client)-\d/.test(text)
      ? []
      : [`${step.key}: “${text}”`],
  );
  if (widthEm(caption) > CAPTION_EM_MAX) faults.push(`${step.key} has no room: “${caption}”`);
  if (!/[.?!]”?$/.test(step.sentence)) faults.push(`${step.key} is no sentence: “${step.sentence}”`);
  return faults;
}

function faultsOf(run: Run<Scenario>, phrasebook: Phrasebook): string[] {
  const diagram = describeRun(run, phrasebook);
  const empty = textsOf(diagram).filter((text) => /undefined|NaN|\[object/.test(text));
  return [...new Set([...diagram.steps.flatMap(faultsIn), ...empty])];
}

const details: readonly Detail[] = ['essential', 'full'];

describe.each([korean, english])('in $language', (phrasebook) => {
  describe.each(strategyIds)('under %s', (strategy) => {
    it.each(scriptNames)('every step of %s has its words, whenever the server in use crashes', (script) => {
      const run = runOf(speaking(strategy, script), []);
      const faults = run.steps.flatMap((_, step) =>
        faultsOf(operated(run, step, 'crash', 'server-1'), phrasebook),
      );
      expect([...new Set(faults)]).toEqual([]);
    });

    it.each(scriptNames)('every step of %s has its words, whatever an operator does', (script) => {
      const faults = operations.flatMap((commands) =>
        details.flatMap((detail) =>
          faultsOf(runOf(speaking(strategy, script), commands, detail), phrasebook),
        ),
      );
      expect([...new Set(faults)]).toEqual([]);
    });
  });

  it.each(['tcp', 'udp'] as const)('every step over %s has its words, whatever gets lost', (transport) => {
    const scenario = connecting(transport);
    const lossy = { ...scenario, network: { ...scenario.network, lossPerMillion: 250_000 } };
    const faults = Array.from({ length: 30 }, (_, seed) =>
      faultsOf(runOf({ ...lossy, seed }, []), phrasebook),
    );
    expect([...new Set([...faults.flat(), ...faultsOf(runOf(scenario, []), phrasebook)])]).toEqual([]);
  });
});
