/** A player as one window of a presentation. */

import { timelineIndex } from '../../player/comparison.ts';
import type { PlayerLocation } from '../../player/location.ts';
import type { PlayerStore } from '../../player/player.ts';
import { predictionPlace } from '../../player/prediction.ts';
import type { PlayerState } from '../../player/state.ts';
import { withVariant } from '../../simulation/variants.ts';
import { linkTo } from '../../url/link-to.ts';
import { parseLink } from '../../url/parse-link.ts';
import { writeQuery } from '../../url/query.ts';
import type { PresentationState, PresentationWindow } from './presentation-session.ts';

/** Whether the screen is black, independent of where that is stored. */
export interface BlankScreen {
  isBlank(): boolean;
  setBlank(isBlank: boolean): void;
  /** @returns Unsubscribes. */
  subscribe(onChange: () => void): () => void;
}

/** @param onLinked Called with whether this window can show what the others show. */
export function playerSession(
  player: PlayerStore,
  blank: BlankScreen,
  onLinked: (isLinked: boolean) => void = () => {},
): PresentationWindow {
  const linkOf = linkWriter();
  const readLink = linkReader();
  return {
    read: (): PresentationState => {
      const state = player.getState();
      return {
        link: linkOf(state),
        lessonPosition: state.lessonPosition,
        place: timelineIndex(state),
        prediction: predictionPlace(state),
        isBlank: blank.isBlank(),
      };
    },
    syncFromRemote: ({ link, lessonPosition: position, place, prediction, isBlank }) => {
      blank.setBlank(isBlank);
      const there = link === null ? null : readLink(link);
      onLinked(there !== null);
      if (there === null) return;
      const { dispatch } = player.getState();
      // Messages of other windows aren't trusted.
      const isScene = typeof position === 'string' || position < there.lesson.scenes.length;
      const lessonPosition = isScene ? position : 'opening';
      dispatch({
        kind: 'sync-from-remote',
        there: { ...there, lessonPosition, place },
        predicting: prediction,
      });
    },
    subscribe: (onChange) => {
      const stops = [player.subscribe(onChange), blank.subscribe(onChange)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Caches a run's link, because a step changes only the position. */
function linkWriter(): (state: PlayerState) => string | null {
  let last: { readonly run: unknown; readonly variant: unknown; readonly link: string } | undefined;
  return ({ lesson, recording: { run }, comparison }) => {
    if (run === null) return null;
    const variant = comparison?.variant;
    if (last === undefined || last.run !== run || last.variant !== variant) {
      const search = writeQuery('', { compare: variant ?? null });
      last = { run, variant, link: linkTo(search, lesson, run, 0) };
    }
    return last.link;
  };
}

type Read = Omit<PlayerLocation, 'place' | 'lessonPosition'> | null;

/** Null for a link with a problem. Caches the last link, because each step of a run sends the same one. */
function linkReader(): (link: string) => Read {
  let last: { readonly link: string; readonly read: Read } | undefined;
  return (link) => {
    if (last?.link !== link) last = { link, read: playerLocationIn(link) };
    return last.read;
  };
}

function playerLocationIn(link: string): Read {
  const { search, hash } = new URL(link, 'https://statescope.invalid/');
  const { lesson, run, variant, compare, detail, problems } = parseLink(search, hash);
  if (problems.length > 0) return null;
  const { scenario, commands } = run ?? { scenario: lesson.scenario, commands: [] };
  return {
    lesson,
    scenario: variant === undefined ? scenario : withVariant(scenario, variant),
    commands,
    detail: detail ?? 'essential',
    compareWith: compare ?? null,
  };
}
