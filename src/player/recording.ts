/** What the player plays: a diagram, and behind it the run of a simulation, or else what somebody drew. */
import { describeRun } from '../sequence/describe-run.ts';
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import type { ImportedWords } from '../sequence/imported-words.ts';
import type { SequenceDiagram } from '../sequence/model.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { PlaceFrames } from '../sequence/place-frames.ts';
import type { Run } from '../trace/run.ts';
import { type RunPlan, runForPage } from './run-for-page.ts';

export interface Recording {
  readonly diagram: SequenceDiagram;
  readonly run: Run | null;
  /** Null for a run. */
  readonly imported: ImportedDiagram | null;
  /** Come with a imported. */
  readonly tools?: ImportedDiagramTools;
}

/** Makes a diagram of a imported, and lays out what only a imported has. Few people open one: it is fetched with what reads it, and handed in. */
export interface ImportedDiagramTools {
  readonly describe: (imported: ImportedDiagram, words: ImportedWords) => SequenceDiagram;
  readonly placeFrames: PlaceFrames;
}

/** @param before Another future of the same run, in the same words: what both begin with is taken from it. */
export function recordingOf(plan: RunPlan, phrasebook: Phrasebook, before?: Recording): Recording {
  const run = runForPage(plan);
  const described = before?.run ? { run: before.run, diagram: before.diagram } : undefined;
  return { run, imported: null, diagram: describeRun(run, phrasebook, described) };
}

/** @param imported With at least one line. */
export function recordingOfImported(
  imported: ImportedDiagram,
  phrasebook: Phrasebook,
  tools: ImportedDiagramTools,
): Recording {
  return { run: null, imported, diagram: tools.describe(imported, phrasebook.imported), tools };
}

/** The same in other words. */
export function retold(recording: Recording, phrasebook: Phrasebook): Recording {
  const { run, imported, tools } = recording;
  if (imported !== null && tools !== undefined) return recordingOfImported(imported, phrasebook, tools);
  return run === null ? recording : { run, imported, diagram: describeRun(run, phrasebook) };
}
