/** The recording of a run. Apart from what reads recordings, because the page opens with one that was described before. */
import { describeRun } from '../sequence/describe-run.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Run } from '../trace/run.ts';
import { type Recording, wholeOf } from './recording.ts';

/** @param before Another branch of the same run, in the same words. Its common part is reused. */
export function recordingOfRun(run: Run, phrasebook: Phrasebook, before?: Recording): Recording {
  const all = before && wholeOf(before);
  const described = all?.run ? { run: all.run, diagram: all.diagram } : undefined;
  return { run, imported: null, diagram: describeRun(run, phrasebook, described) };
}
