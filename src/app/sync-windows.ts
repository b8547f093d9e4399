/** Joins this window to the others of its session, as long as it is there. Browsers carry messages between pages of one origin. */

import { type BlankScreen, playerSession } from '../features/presenting/player-session.ts';
import {
  joinPresentation,
  type PresentationChannel,
  type PresentationEvents,
} from '../features/presenting/presentation-session.ts';
import type { PlayerStore } from '../player/player.ts';
import { randomId } from '../ui/random-id.ts';

export interface Windows extends PresentationEvents {
  /** Names the session: windows of another one are not heard. */
  readonly session: string;
  readonly player: PlayerStore;
  readonly blank: BlankScreen;
  /** Whether what is shown elsewhere can be shown here. */
  readonly onLinked: (isLinked: boolean) => void;
}

/** @returns Leaves. */
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
  // A page that is kept for the Back button is not there for the others; it may come back.
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
