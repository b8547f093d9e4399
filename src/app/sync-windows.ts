/** Syncs this window with the others of its session. Uses a BroadcastChannel, so it reaches pages of one origin. */

import { type BlankScreen, playerSession } from '../features/presenting/player-session.ts';
import {
  joinPresentation,
  type PresentationChannel,
  type PresentationEvents,
} from '../features/presenting/presentation-session.ts';
import type { PlayerStore } from '../player/player.ts';
import { randomId } from '../ui/random-id.ts';

export interface Windows extends PresentationEvents {
  /** Names the session. Messages of other sessions are ignored. */
  readonly session: string;
  readonly player: PlayerStore;
  readonly blank: BlankScreen;
  /** Called with whether this window can show what the others show. */
  readonly onLinked: (isLinked: boolean) => void;
}

/** @returns Leaves the session. */
export function syncWindows({ session, player, blank, onLinked, ...events }: Windows): () => void {
  let leave = () => {};
  const join = () => {
    const channel = new BroadcastChannel(`statescope ${session}`);
    const leaveSession = joinPresentation(
      playerSession(player, blank, onLinked),
      channelOf(channel),
      randomId(),
      events,
    );
    leave = () => {
      leaveSession();
      channel.close();
      leave = () => {};
    };
  };
  // A page in the back/forward cache isn't present for the others. It can come back.
  const hide = () => leave();
  const come = ({ persisted }: PageTransitionEvent) => {
    if (persisted) join();
  };
  join();
  window.addEventListener('pagehide', hide);
  window.addEventListener('pageshow', come);
  return () => {
    leave();
    window.removeEventListener('pagehide', hide);
    window.removeEventListener('pageshow', come);
  };
}

function channelOf(channel: BroadcastChannel): PresentationChannel {
  return {
    send: (message) => channel.postMessage(message),
    listen: (onMessage) => {
      const hear = ({ data }: MessageEvent) => onMessage(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
