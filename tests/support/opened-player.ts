/** Opens players on a lesson, and dispatches actions concisely. */

import clerk from '../../src/lessons/clerk/lesson.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { type Opening, openingState } from '../../src/player/opening-state.ts';
import { createPlayer, type Player, type PlayerStore } from '../../src/player/player.ts';
import { recordingOf } from '../../src/player/record.ts';
import { reduce } from '../../src/player/reduce.ts';
import type { Action, PlayerState } from '../../src/player/state.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import type { ClusterScenario, Scenario } from '../../src/simulation/scenario.ts';
import type { Run } from '../../src/trace/run.ts';
import type { Detail } from '../../src/trace/visible-events.ts';
import { arrowOf } from './runs.ts';

/** Kinds of the actions without parameters. */
type PlainKind = { [Kind in Action['kind']]: { kind: Kind } extends Action ? Kind : never }[Action['kind']];

export interface PlayerOpening extends Partial<Omit<Opening, 'recording'>> {
  /** Default: the lesson's. */
  readonly scenario?: Scenario;
  readonly commands?: readonly Command[];
  /** Default: essential. */
  readonly detail?: Detail;
}

/** Default: the lesson `clerk` in English, with motion. */
export function openPlayer(opening: PlayerOpening = {}): PlayerStore {
  return createPlayer(openedState(opening), reduce);
}

export function openedState({ scenario, commands = [], detail, ...rest }: PlayerOpening = {}): PlayerState {
  const opening = { lesson: clerk, phrasebook: english, ...rest };
  const plan = {
    scenario: scenario ?? opening.lesson.scenario,
    commands,
    ...(detail !== undefined && { detail }),
  };
  return openingState({ ...opening, recording: recordingOf(plan, opening.phrasebook) });
}

/** Dispatches actions in order, and returns the player's final state. */
export function act(player: PlayerStore, ...actions: readonly (Action | PlainKind)[]): Player {
  for (const action of actions) {
    player.getState().dispatch(typeof action === 'string' ? ({ kind: action } as Action) : action);
  }
  return player.getState();
}

export function runOfPlayer(player: PlayerStore): Run {
  const { run } = player.getState().recording;
  if (run === null) throw new Error('The player has no run.');
  return run;
}

export function clusterOf(player: PlayerStore): ClusterScenario {
  const { scenario } = runOfPlayer(player);
  if (scenario.kind !== 'cluster') throw new Error('The current run has no cluster.');
  return scenario;
}

/** The present step, in the arrow language of `runs.ts`. */
export function presentArrow(player: PlayerStore): string {
  const step = runOfPlayer(player).steps[player.getState().step];
  if (step === undefined) throw new Error('The player has no present step.');
  return arrowOf(step);
}
