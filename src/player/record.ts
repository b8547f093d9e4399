/** Makes recordings: simulates a run, or describes an imported diagram. */
import { describeImported } from '../sequence/describe-imported.ts';
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import { type Recording, recordingOfRun } from './recording.ts';
import { type RunPlan, runForPage } from './run-for-page.ts';

/** @param before Another future of the same run, in the same words: what both begin with is taken from it. */
export function recordingOf(plan: RunPlan, phrasebook: Phrasebook, before?: Recording): Recording {
  return recordingOfRun(runForPage(plan), phrasebook, before);
}

/** @param imported With at least one line. */
export function recordingOfImported(imported: ImportedDiagram, phrasebook: Phrasebook): Recording {
  return { run: null, imported, diagram: describeImported(imported, phrasebook.imported) };
}

/** The same recording in the words of another phrasebook. */
export function reword({ run, imported, ...rest }: Recording, phrasebook: Phrasebook): Recording {
  if (imported !== null) return recordingOfImported(imported, phrasebook);
  return run === null ? { run, imported, ...rest } : recordingOfRun(run, phrasebook);
}
