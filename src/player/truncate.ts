/** Truncates a recording after a step. */
import type { SequenceDiagram, Span } from '../sequence/model.ts';
import type { Run } from '../trace/run.ts';
import type { Played } from './prediction.ts';
import type { Hiding, Recording } from './recording.ts';

/** @param at Index from 0 of the last step to keep. While comparing, the comparison is kept up to the same pair. */
export function truncateAfter({ recording, comparison }: Played, at: number): Played {
  const shown = truncateRecording(recording, at + 1);
  if (comparison === null) return { recording: shown, comparison };
  const pairs = comparison.pairs.slice(0, comparison.pairs.findIndex(({ own }) => own === at) + 1);
  const theirs = pairs.at(-1)?.comparison ?? 0;
  const differsAt =
    comparison.differsAt !== null && comparison.differsAt < pairs.length ? comparison.differsAt : null;
  return {
    recording: shown,
    comparison: {
      ...comparison,
      recording: truncateRecording(comparison.recording, theirs + 1),
      pairs,
      differsAt,
    },
  };
}

function truncateRecording({ run, diagram, hiding, ...rest }: Recording, count: number): Recording {
  return {
    ...rest,
    run: run && truncateRun(run, count),
    diagram: truncateDiagram(diagram, count),
    ...(hiding !== undefined && { hiding: truncateHiding(hiding, count) }),
  };
}

/** The recording with all nodes has nothing of what follows, either. */
function truncateHiding(hiding: Hiding, count: number): Hiding {
  if (count >= hiding.shown.length) return hiding;
  const shown = hiding.shown.slice(0, count);
  return { ...hiding, shown, whole: truncateRecording(hiding.whole, (shown.at(-1) ?? 0) + 1) };
}

function truncateRun(run: Run, count: number): Run {
  const steps = run.steps.slice(0, count);
  const lastEvent = steps.at(-1)?.lastEvent ?? -1;
  return {
    ...run,
    steps,
    events: run.events.slice(0, lastEvent + 1),
    states: run.states.slice(0, count),
    scores: run.scores.slice(0, count),
  };
}

function truncateDiagram(diagram: SequenceDiagram, count: number): SequenceDiagram {
  const begun = <Each extends Span>(spans: readonly Each[]): readonly Each[] =>
    spans.flatMap((span) => {
      if (span.from >= count) return [];
      return span.to !== null && span.to >= count ? { ...span, to: null } : span;
    });
  return {
    ...diagram,
    steps: diagram.steps.slice(0, count),
    activations: begun(diagram.activations),
    outages: begun(diagram.outages),
    absences: begun(diagram.absences),
    frames: diagram.frames
      .filter(({ from }) => from < count)
      .map((frame) => ({ ...frame, to: Math.min(frame.to, count - 1) })),
  };
}
