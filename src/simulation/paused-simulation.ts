/**
 * A simulation that stops on the way, so that it can go on with other commands from there: an operator gives one in the
 * middle of a long run, and what was before needn't be simulated again.
 */
import type { ClusterDomain, ClusterEvent, Command } from './cluster.ts';
import { type PausedRun, type RunLimits, startRun } from './kernel/kernel.ts';
import type { Scenario } from './scenario.ts';
import { runOptionsOf } from './simulate.ts';

export class PausedSimulation {
  readonly #run: PausedRun<ClusterDomain>;
  /** Of what is before the pause, nothing is kept: whoever pauses knows it. */
  #events: ClusterEvent[] | null = null;

  /** @throws ScenarioError like `simulate`. */
  constructor(scenario: Scenario, commands: readonly Command[], limits: Partial<RunLimits> = {}) {
    const sink = { report: (event: ClusterEvent) => void this.#events?.push(event) };
    this.#run = startRun(runOptionsOf(scenario, commands, sink, limits));
  }

  /** Number of events before the pause. */
  get eventCount(): number {
    return this.#run.reported;
  }

  /** Goes on to just before this time, in virtual microseconds. */
  advance(beforeUs: number): void {
    this.#run.advance(beforeUs);
  }

  /**
   * Goes on to the end of the run. It can be called once.
   *
   * @param before The events before the pause.
   * @returns The events that `simulate` reports with these commands; null, without having gone on, if they differ from
   * the former ones before the pause.
   */
  finish(commands: readonly Command[], before: readonly ClusterEvent[]): readonly ClusterEvent[] | null {
    if (!this.#run.replaceCommands(commands)) return null;
    const events = before.slice(0, this.eventCount);
    this.#events = events;
    this.#run.finish();
    return events;
  }
}
