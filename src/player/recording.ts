/** What the player plays: a diagram, and behind it the run of a simulation or an imported diagram. */
import { describeRun } from '../sequence/describe-run.ts';
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import type { SequenceDiagram } from '../sequence/model.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Run } from '../trace/run.ts';

export interface Recording {
  readonly diagram: SequenceDiagram;
  readonly run: Run | null;
  /** Null for a run. */
  readonly imported: ImportedDiagram | null;
}

/** @param before Another future of the same run, in the same words: what both begin with is taken from it. */
export function recordingOfRun(run: Run, phrasebook: Phrasebook, before?: Recording): Recording {
  const described = before?.run ? { run: before.run, diagram: before.diagram } : undefined;
  return { run, imported: null, diagram: describeRun(run, phrasebook, described) };
}
