/**
 * A simulation that stops on the way, so that it can go on with other commands from there: an operator gives one in the
 * middle of a long run, so the part before isn't simulated again.
 */
import type { ClusterDomain, ClusterEvent, Command } from './cluster.ts';
import { startRun } from './kernel/kernel.ts';
import type { PausedRun, RunLimits } from './kernel/run-options.ts';
import type { Scenario } from './scenario.ts';
import { runOptionsOf } from './simulate.ts';
import { assertSimulable } from './validation/scenario-error.ts';

export class PausedSimulation {
  readonly #scenario: Scenario;
  readonly #run: PausedRun<ClusterDomain>;
  /** Null until `finish`: the caller has the events before the pause. */
  #events: ClusterEvent[] | null = null;

  /** @throws ScenarioError like `simulate`. */
  constructor(scenario: Scenario, commands: readonly Command[], limits: Partial<RunLimits> = {}) {
    this.#scenario = scenario;
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
   * @throws ScenarioError like `simulate`.
   */
  finish(commands: readonly Command[], before: readonly ClusterEvent[]): readonly ClusterEvent[] | null {
    assertSimulable(this.#scenario, commands);
    if (!this.#run.replaceCommands(commands)) return null;
    const events = before.slice(0, this.eventCount);
    this.#events = events;
    this.#run.finish();
    return events;
  }
}
