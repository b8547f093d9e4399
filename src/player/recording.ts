/** What the player plays: a diagram and, where a simulation made it, the run behind it. */
import { describeRun } from '../diagram/describe-run.ts';
import type { SequenceDiagram } from '../diagram/model.ts';
import type { Phrasebook } from '../diagram/phrasebook.ts';
import type { Command } from '../simulation/cluster.ts';
import type { ClusterScenario } from '../simulation/scenario.ts';
import { type Run, runOf } from '../trace/run.ts';

export interface Recording {
  readonly diagram: SequenceDiagram;
  readonly run: Run | null;
}

export function recordingOf(
  scenario: ClusterScenario,
  commands: readonly Command[],
  phrasebook: Phrasebook,
): Recording {
  const run = runOf(scenario, commands);
  return { run, diagram: describeRun(run, phrasebook) };
}

/** The same run in other words. */
export function retold(recording: Recording, phrasebook: Phrasebook): Recording {
  const { run } = recording;
  return run === null ? recording : { run, diagram: describeRun(run, phrasebook) };
}
