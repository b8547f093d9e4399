/**
 * Reads a trace in two goes: a beginning that several traces share, and the rest of one of them. So the cost of another
 * future is that of what is new in it.
 */
import type { ClusterEvent } from '../simulation/cluster.ts';
import type { ReadTrace } from './read-trace.ts';
import { ScoreReader } from './score.ts';
import { StateReader } from './snapshots.ts';
import { StepReader } from './steps.ts';

export class TraceReader {
  readonly #before: ReadTrace;
  readonly #steps: StepReader;
  readonly #states = new StateReader();
  readonly #scores = new ScoreReader();
  #finalSteps = 0;

  /** @param before A trace that was read. Others begin like it. */
  constructor(before: ReadTrace) {
    this.#before = before;
    this.#steps = new StepReader(before.detail);
  }

  /** Number of steps that are the same in all traces that begin so. */
  get finalSteps(): number {
    return this.#finalSteps;
  }

  /** Reads on, up to an event, exclusive, with which the kernel handles another input. */
  readUpTo(end: number): void {
    const { events, steps } = this.#before;
    this.#steps.readUpTo(end, events);
    this.#finalSteps = Math.max(this.#finalSteps, this.#steps.finalSteps(steps));
    const states = this.#states.readUpTo(this.#finalSteps, steps, events);
    this.#scores.readUpTo(this.#finalSteps, { events, steps, states });
  }

  /**
   * Call it once.
   *
   * @param events A trace that begins like the one before, up to where that was read.
   * @returns Like `readTrace`. Final steps are the same objects as before.
   */
  finish(events: readonly ClusterEvent[]): ReadTrace {
    const { detail } = this.#before;
    const steps = this.#steps.finish(events, this.#before.steps.slice(0, this.#finalSteps));
    const states = this.#states.readUpTo(steps.length, steps, events);
    return {
      detail,
      events,
      steps,
      states,
      scores: this.#scores.readUpTo(steps.length, { events, steps, states }),
    };
  }
}
