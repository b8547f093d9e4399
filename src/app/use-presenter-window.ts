/** The presenter's window from the audience's side: opens it and syncs with it. */

import { useCallback, useEffect, useState } from 'react';
import type { BlankScreen } from '../features/presenting/player-session.ts';
import type { PresenterWindow } from '../features/presenting/presenter-tools.ts';
import type { PlayerStore } from '../player/player.ts';
import { randomId } from '../ui/random-id.ts';
import { rememberSessionName, sessionName } from './session-name.ts';

const WINDOW_FEATURES = 'popup,width=1180,height=800';

/** @param onOpen Called before a window opens. */
export function usePresenterWindow(
  player: PlayerStore,
  blank: BlankScreen,
  onOpen: () => void,
): PresenterWindow {
  const [session, setSession] = useState(sessionName);
  const [refusedLink, setRefusedLink] = useState<string | null>(null);
  useEffect(() => {
    if (session === null) return;
    let isWanted = true;
    let leave = () => {};
    const nothing = () => {};
    import('./sync-windows.ts').then(({ syncWindows }) => {
      if (!isWanted) return;
      leave = syncWindows({
        session,
        player,
        blank,
        onOthers: nothing,
        onOtherVersion: nothing,
        onLinked: nothing,
      });
    }, nothing);
    return () => {
      isWanted = false;
      leave();
    };
  }, [session, player, blank]);
  const open = useCallback(
    (linkFor: (session: string) => string) => {
      const name = session ?? randomId();
      rememberSessionName(name);
      setSession(name);
      onOpen();
      const link = linkFor(name);
      const opened = window.open(link, `statescope ${name}`, WINDOW_FEATURES);
      setRefusedLink(opened === null ? link : null);
      return opened !== null;
    },
    [session, onOpen],
  );
  return { open, refusedLink };
}
