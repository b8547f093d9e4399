/** What the player plays: a diagram, and behind it the run of a simulation, or else what somebody drew. */
import { describeRun } from '../sequence/describe-run.ts';
import type { Drawing } from '../sequence/imported-diagram.ts';
import type { DrawingWords } from '../sequence/imported-words.ts';
import type { SequenceDiagram } from '../sequence/model.ts';
import type { Phrasebook } from '../sequence/phrasebook.ts';
import type { PlaceFrames } from '../sequence/place-frames.ts';
import { type Run, runOf } from '../trace/run.ts';

export interface Recording {
  readonly diagram: SequenceDiagram;
  readonly run: Run | null;
  /** Null for a run. */
  readonly drawing: Drawing | null;
  /** Come with a drawing. */
  readonly tools?: DrawingTools;
}

/** Makes a diagram of a drawing, and lays out what only a drawing has. Few people open one: it is fetched with what reads it, and handed in. */
export interface DrawingTools {
  readonly describe: (drawing: Drawing, words: DrawingWords) => SequenceDiagram;
  readonly placeFrames: PlaceFrames;
}

/** All that a run comes from. */
export type RunPlan = Pick<Run, 'scenario' | 'commands'> & Partial<Pick<Run, 'detail'>>;

/** A page waits for its run: one that would take seconds is cut off. Lessons take some thousands. */
const limits = { eventsMax: 500_000 };

/** @param before Another future of the same run, in the same words: what both begin with is taken from it. */
export function recordingOf(plan: RunPlan, phrasebook: Phrasebook, before?: Recording): Recording {
  const run = runOf(plan.scenario, plan.commands, plan.detail, limits);
  const described = before?.run ? { run: before.run, diagram: before.diagram } : undefined;
  return { run, drawing: null, diagram: describeRun(run, phrasebook, described) };
}

/** @param drawing With at least one line. */
export function recordingOfDrawing(drawing: Drawing, phrasebook: Phrasebook, tools: DrawingTools): Recording {
  return { run: null, drawing, diagram: tools.describe(drawing, phrasebook.drawing), tools };
}

/** The same in other words. */
export function retold(recording: Recording, phrasebook: Phrasebook): Recording {
  const { run, drawing, tools } = recording;
  if (drawing !== null && tools !== undefined) return recordingOfDrawing(drawing, phrasebook, tools);
  return run === null ? recording : { run, drawing, diagram: describeRun(run, phrasebook) };
}
