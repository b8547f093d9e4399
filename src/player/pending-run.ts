/** Stands for the opening run until the simulation has loaded. What is shown of that run is generated at build time. */
import type { Scenario } from '../simulation/scenario.ts';
import type { ReadTrace } from '../trace/read-trace.ts';
import type { Run } from '../trace/run.ts';
import { pendingPhrasebook } from './pending-phrasebook.ts';
import type { PlayerState } from './state.ts';

export interface PendingRun {
  /** The run without commands. Reading its trace before that has arrived throws. */
  readonly run: Run;
  arrive(trace: ReadTrace): void;
}

/** The run stays the same object, because its arrival changes nothing on the screen. */
export function createPendingRun(scenario: Scenario): PendingRun {
  let arrived: ReadTrace | null = null;
  const trace = () => {
    if (arrived === null) throw new Error('The run has not loaded yet.');
    return arrived;
  };
  return {
    run: {
      scenario,
      commands: [],
      detail: 'essential',
      get events() {
        return trace().events;
      },
      get steps() {
        return trace().steps;
      },
      get states() {
        return trace().states;
      },
      get scores() {
        return trace().scores;
      },
    },
    arrive: (trace) => {
      arrived = trace;
    },
  };
}

/** Whether the run's trace hasn't arrived yet, nor the phrasebook, which comes with it. */
export function isPending({ phrasebook }: Pick<PlayerState, 'phrasebook'>): boolean {
  return phrasebook === pendingPhrasebook;
}
