/** Makes recordings: simulates a run, or describes an imported diagram. */
import { describeImported } from '../sequence/describe-imported.ts';
import { describingRun } from '../sequence/describe-run.ts';
import type { ImportedDiagram } from '../sequence/imported-diagram.ts';
import { inSlices } from '../sequence/interruptible.ts';
import type { WalkOptions } from '../sequence/model.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { Run } from '../trace/run.ts';
import { type Recording, wholeOf } from './recording.ts';
import { recordingOfRun } from './recording-of-run.ts';
import { type RunPlan, runForPage, runForPageInSlices } from './run-for-page.ts';
import { preparedRun } from './spare-run.ts';

/** @param before Another branch of the same run, in the same words. Its common part is reused. */
export function recordingOf(plan: RunPlan, phrasebook: Phrasebook, before?: Recording): Recording {
  const run = goOn(before && wholeOf(before).run, plan) ?? runForPage(plan);
  return recordingOfRun(run, phrasebook, before);
}

/** Like `recordingOf`, while the page answers. */
export async function recordingInSlices(plan: RunPlan, phrasebook: Phrasebook): Promise<Recording> {
  const run = await runForPageInSlices(plan);
  return { run, imported: null, diagram: await inSlices(describingRun(run, phrasebook)) };
}

/** @param before A run that may be a branch of the same scenario, at the same detail. */
function goOn(before: Run | null | undefined, { scenario, commands, detail = 'essential' }: RunPlan) {
  if (before?.scenario !== scenario || before.detail !== detail) return null;
  return preparedRun(before, commands);
}

/** @param imported With at least one line. */
export function recordingOfImported(
  imported: ImportedDiagram,
  phrasebook: Phrasebook,
  { code, walk }: { readonly code?: string | undefined; readonly walk?: WalkOptions | undefined } = {},
): Recording {
  const diagram = describeImported(imported, phrasebook.imported, walk);
  return { run: null, imported, diagram, ...(code !== undefined && { diagramCode: code }) };
}

/** The same recording in the words of another phrasebook. */
export function reword({ run, imported, ...rest }: Recording, phrasebook: Phrasebook): Recording {
  if (imported !== null) {
    const walk = rest.diagram.imported?.walk.options;
    return recordingOfImported(imported, phrasebook, { code: rest.diagramCode, walk });
  }
  return run === null ? { run, imported, ...rest } : recordingOfRun(run, phrasebook);
}
