/** A run's lost updates, found once per run, and the steps that they belong to. */
import { type ClusterEvent, isClient } from '../simulation/cluster.ts';
import type { Overwrite } from '../simulation/losses/overwrite.ts';
import { OverwriteReader } from '../simulation/losses/overwrites.ts';
import { isCopy } from '../simulation/losses/session-states.ts';
import type { Run } from './run.ts';
import type { Step } from './steps.ts';

export type { Overwrite };

const known = new WeakMap<Run['events'], readonly Overwrite[]>();

/** In order of occurrence. */
export function overwritesOf(events: Run['events']): readonly Overwrite[] {
  let found = known.get(events);
  if (found === undefined) {
    const reader = new OverwriteReader();
    found = events.flatMap((event) => reader.follow(event) ?? []);
    known.set(events, found);
  }
  return found;
}

/** Finds the lost update that each step is about: a write can happen while another request's step is shown. */
export class StepOverwrites {
  readonly #reader = new OverwriteReader();
  #waiting: Overwrite[] = [];

  follow(event: ClusterEvent): void {
    const found = this.#reader.follow(event);
    if (found !== null) this.#waiting.push(found);
  }

  /**
   * The last lost update that this step is about: of its request, or of the copy that it brings.
   *
   * @param step The next one. All events up to it have been followed.
   */
  takeFor(step: Step, events: Run['events']): Overwrite | null {
    if (this.#waiting.length === 0 || step.kind !== 'message') return null;
    const { message } = step;
    if (isClient(message.from) && message.body.kind === 'http-request') return null;
    const isOfStep = (each: Overwrite) => {
      const input = events[events[each.event]?.cause ?? -1];
      const copy = input?.kind === 'message-delivered' && isCopy(input.message) ? input.message : null;
      return copy === null ? each.writer === step.request : copy.id === message.id;
    };
    const found = this.#waiting.findLast(isOfStep);
    if (found !== undefined) this.#waiting = this.#waiting.filter((each) => !isOfStep(each));
    return found ?? null;
  }
}

const byStep = new WeakMap<Run, ReadonlyMap<Step, Overwrite>>();

/** The lost update that a step of a run is about. */
export function overwriteAt(run: Run, step: Step): Overwrite | null {
  let known = byStep.get(run);
  if (known === undefined) {
    known = readSteps(run);
    byStep.set(run, known);
  }
  return known.get(step) ?? null;
}

function readSteps({ events, steps }: Run): ReadonlyMap<Step, Overwrite> {
  const found = new Map<Step, Overwrite>();
  const reader = new StepOverwrites();
  let next = 0;
  for (const step of steps) {
    for (; next <= step.lastEvent; next += 1) {
      const event = events[next];
      if (event !== undefined) reader.follow(event);
    }
    const overwrite = reader.takeFor(step, events);
    if (overwrite !== null) found.set(step, overwrite);
  }
  return found;
}
