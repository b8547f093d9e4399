/**
 * What a command at the present step needs, prepared before it's given: the run, simulated and read up to just before
 * the command's landmark. It goes on from there with the command, so the command costs what follows it.
 *
 * A spare changes nothing but the time that a command takes. Without one, the run is simulated from its beginning.
 */
import { RunFactReader } from '../sequence/facts.ts';
import type { Command } from '../simulation/cluster.ts';
import { PausedSimulation } from '../simulation/paused-simulation.ts';
import type { Run } from '../trace/run.ts';
import { TraceReader } from '../trace/trace-reader.ts';
import { EVENTS_MAX } from './run-for-page.ts';

/** A slice of preparation: about a millisecond of work. */
const EVENTS_PER_SLICE = 1_000;

class SpareRun {
  readonly #run: Run;
  readonly #simulation: PausedSimulation;
  readonly #trace: TraceReader;
  readonly #facts: RunFactReader;

  constructor(run: Run) {
    this.#run = run;
    this.#simulation = new PausedSimulation(run.scenario, run.commands, { eventsMax: EVENTS_MAX });
    this.#trace = new TraceReader(run);
    this.#facts = new RunFactReader(run.scenario);
  }

  /** Whether it has gone too far for this time. */
  isPast(untilUs: number): boolean {
    return (this.#run.events[this.#simulation.eventCount - 1]?.atUs ?? 0) >= untilUs;
  }

  /** @returns Whether it's as near to the time as it can be. */
  approach(untilUs: number): boolean {
    const { eventCount } = this.#simulation;
    const sliceUs = this.#run.events[eventCount + EVENTS_PER_SLICE]?.atUs ?? untilUs;
    this.#simulation.advance(Math.min(sliceUs, untilUs));
    this.#trace.readUpTo(this.#simulation.eventCount);
    this.#facts.readUpTo(this.#trace.finalSteps, this.#run);
    return sliceUs >= untilUs || this.#simulation.eventCount === eventCount;
  }

  finish(commands: readonly Command[]): Run | null {
    const { scenario, events: before } = this.#run;
    const events = this.#simulation.finish(commands, before);
    if (events === null) return null;
    const run = { scenario, commands, ...this.#trace.finish(events) };
    this.#facts.finish(run);
    return run;
  }
}

const spares = new WeakMap<Run, SpareRun>();

/**
 * Prepares a command at a step, a slice at a time.
 *
 * @returns Whether there's nothing more to prepare.
 */
export function prepareCommand(run: Run, step: number): boolean {
  const untilUs = landmarkUs(run, step);
  // Nothing comes before the first instant, in which all nodes start.
  if (untilUs <= 0) return true;
  let spare = spares.get(run);
  if (spare === undefined || spare.isPast(untilUs)) {
    spare = new SpareRun(run);
    spares.set(run, spare);
  }
  return spare.approach(untilUs);
}

/** The run with other commands, if it's prepared for them; null if it isn't. */
export function preparedRun(before: Run, commands: readonly Command[]): Run | null {
  const spare = spares.get(before);
  // A spare goes on only once, even if that fails.
  spares.delete(before);
  const run = spare?.finish(commands) ?? null;
  if (spare !== undefined && run === null) spares.set(before, spare);
  return run;
}

/** Time of the landmark that commands at a step are relative to, or a time before it. */
function landmarkUs({ events, steps }: Run, at: number): number {
  const step = steps[at];
  return step === undefined ? 0 : (events[step.lastEvent]?.atUs ?? 0) - step.moment.offsetUs;
}
