/** The earlier steps behind a step: those of its request, and those that decided its result. */
import { causesOf } from './causes.ts';
import type { Run } from './run.ts';
import { type Step, stepOfEvent } from './steps.ts';
import { evidenceFor } from './why.ts';

/** Index of the step that directly caused this one; undefined for what the script or an operator started. */
export function causeOf(run: Run, index: number): number | undefined {
  const step = run.steps[index];
  const event = step && run.events[step.event];
  if (event === undefined) return undefined;
  for (const cause of causesOf(run.events, event)) {
    const earlier = stepOfEvent(run, cause.id);
    if (earlier !== undefined && earlier < index) return earlier;
  }
  return undefined;
}

/** Step indices in order, without the step itself. */
export function evidenceOf(run: Run, index: number): readonly number[] {
  const found = new Set<number>();
  const request = requestOf(run.steps[index]);
  for (let cause = causeOf(run, index); cause !== undefined; cause = causeOf(run, cause)) {
    // Stop at another request: everything follows from a client's first message, so its steps explain nothing here.
    if (request === null || requestOf(run.steps[cause]) !== request) break;
    found.add(cause);
  }
  for (const { event } of evidenceFor(run, index)) {
    const decisive = event === null ? undefined : stepOfEvent(run, event);
    if (decisive !== undefined && decisive < index) found.add(decisive);
  }
  return [...found].sort((one, other) => one - other);
}

function requestOf(step: Step | undefined): string | null {
  if (step?.kind === 'message') return step.request;
  return step?.kind === 'occurrence' && 'request' in step.occurrence ? step.occurrence.request : null;
}
