/** The recording that the player plays: a diagram, and behind it a run or an imported diagram. */
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
  /** What an address calls the imported diagram, after `#diagram=`. Absent for a run. */
  readonly diagramCode?: string;
}

/** @param before Another branch of the same run, in the same words. Its common part is reused. */
export function recordingOfRun(run: Run, phrasebook: Phrasebook, before?: Recording): Recording {
  const described = before?.run ? { run: before.run, diagram: before.diagram } : undefined;
  return { run, imported: null, diagram: describeRun(run, phrasebook, described) };
}
