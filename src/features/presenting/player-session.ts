/** A player as one window of a presentation. */

import { timelineIndex } from '../../player/comparison.ts';
import type { PlayerLocation } from '../../player/location.ts';
import type { PlayerStore } from '../../player/player.ts';
import { predictionProgress } from '../../player/prediction.ts';
import type { PlayerState } from '../../player/state.ts';
import type { ImportedDiagram } from '../../sequence/imported-diagram.ts';
import { diagramCodeIn } from '../../url/diagram-hash.ts';
import { walkIn } from '../../url/diagram-link.ts';
import { hiddenIn, hiddenText } from '../../url/hidden-nodes.ts';
import { parseLink } from '../../url/parse-link.ts';
import { parseQuery, writeQuery } from '../../url/query.ts';
import { readDiagram } from '../../url/read-diagram.ts';
import { runOfLink } from '../../url/run-of-link.ts';
import { linkToShown } from '../../url/shown-link.ts';
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
  const showDiagram = diagramShower(player, onLinked);
  return {
    read: (): PresentationState => {
      const state = player.getState();
      return {
        link: linkOf(state),
        lessonPosition: state.lessonPosition,
        timelineIndex: timelineIndex(state),
        prediction: predictionProgress(state),
        isBlank: blank.isBlank(),
      };
    },
    syncFromRemote: ({ link, lessonPosition: position, timelineIndex, prediction, isBlank }, onDone) => {
      blank.setBlank(isBlank);
      if (showDiagram(link, timelineIndex, onDone)) return;
      const there = link === null ? null : readLink(link);
      onLinked(there !== null);
      if (there === null) return onDone();
      const { dispatch } = player.getState();
      // Messages of other windows aren't trusted.
      const isScene = typeof position === 'string' || position < there.lesson.scenes.length;
      const lessonPosition = isScene ? position : 'opening';
      dispatch(
        {
          kind: 'sync-from-remote',
          there: { ...there, lessonPosition, timelineIndex },
          predicting: prediction,
        },
        onDone,
      );
    },
    subscribe: (onChange) => {
      const stops = [player.subscribe(onChange), blank.subscribe(onChange)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Caches the link, because a step changes only the position. */
function linkWriter(): (state: PlayerState) => string | null {
  let last:
    | {
        readonly recording: unknown;
        readonly variant: unknown;
        readonly transit: unknown;
        readonly focus: unknown;
        readonly hidden: unknown;
        readonly link: string | null;
      }
    | undefined;
  return ({ lesson, recording, comparison, transit, focus, hidden }) => {
    const variant = comparison?.variant;
    if (
      last === undefined ||
      last.recording !== recording ||
      last.variant !== variant ||
      last.transit !== transit ||
      last.focus !== focus ||
      last.hidden !== hidden
    ) {
      const hide = hiddenText(hidden);
      const search = writeQuery('', { compare: variant ?? null, transit, focus, hide });
      const first = recording.diagram.imported?.walk.stops[0]?.at ?? 0;
      const link = linkToShown(search, { lesson, recording, step: first });
      last = { recording, variant, transit, focus, hidden, link };
    }
    return last.link;
  };
}

interface Wanted {
  readonly link: string;
  readonly timelineIndex: number;
  readonly onDone: () => void;
}

/**
 * Shows what is sent if it's an imported diagram. Reading one takes a moment; what was sent last is shown then.
 *
 * @returns Whether it's one.
 */
function diagramShower(
  player: PlayerStore,
  onLinked: (isLinked: boolean) => void,
): (link: string | null, timelineIndex: number, onDone: () => void) => boolean {
  let latest: Wanted | null = null;
  let known: { readonly code: string; readonly imported: ImportedDiagram } | null = null;
  const show = (code: string, imported: ImportedDiagram, { link, timelineIndex, onDone }: Wanted) => {
    onLinked(true);
    const { query } = parseQuery(searchAndHash(link).search);
    const { transit = null } = query;
    const walk = walkIn(query);
    player
      .getState()
      .dispatch({ kind: 'sync-diagram', imported, code, walk, timelineIndex, transit }, onDone);
  };
  const read = async (code: string, link: string) => {
    const imported = await readDiagram(code).catch(() => null);
    const isRead = imported !== null && !('problem' in imported);
    // Something else may be wanted by now.
    if (latest?.link !== link) return;
    if (isRead) {
      known = { code, imported };
      return show(code, imported, latest);
    }
    const { onDone } = latest;
    latest = null;
    onLinked(false);
    onDone();
  };
  return (link, timelineIndex, onDone) => {
    const code = link === null ? null : diagramCodeIn(searchAndHash(link).hash);
    if (link === null || code === null) {
      latest = null;
      return false;
    }
    const isReading = latest?.link === link && known?.code !== code;
    latest = { link, timelineIndex, onDone };
    if (known?.code === code) show(code, known.imported, latest);
    else if (!isReading) void read(code, link);
    return true;
  };
}

const searchAndHash = (link: string) => new URL(link, 'https://statescope.invalid/');

type Read = Omit<PlayerLocation, 'timelineIndex' | 'lessonPosition'> | null;

/** Null for a link with a problem. Caches the last link, because each step of a run sends the same one. */
function linkReader(): (link: string) => Read {
  let last: { readonly link: string; readonly read: Read } | undefined;
  return (link) => {
    if (last?.link !== link) last = { link, read: playerLocationIn(link) };
    return last.read;
  };
}

function playerLocationIn(address: string): Read {
  const { search, hash } = searchAndHash(address);
  const link = parseLink(search, hash);
  const { lesson, compare, transit = null, focus = null, hide, problems } = link;
  if (problems.length > 0) return null;
  return {
    detail: 'essential',
    ...runOfLink(link),
    lesson,
    compareWith: compare ?? null,
    transit,
    focus,
    hidden: hiddenIn(hide),
  };
}
