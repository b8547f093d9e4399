/** The presenter's window, as the audience's knows it: opens it, and shows what is shown there. */
import { useCallback, useEffect, useState } from 'react';
import type { BlankScreen } from '../features/presenting/player-session.ts';
import type { PresenterWindow } from '../features/presenting/presenter-tools.ts';
import type { PlayerStore } from '../player/player.ts';
import { rememberShowName, showName } from './session-name.ts';

const WINDOW_FEATURES = 'popup,width=1180,height=800';

/** @param onOpen A window is about to be opened. */
export function usePresenterWindow(
  player: PlayerStore,
  blank: BlankScreen,
  onOpen: () => void,
): PresenterWindow {
  const [show, setShow] = useState(showName);
  const [refusedLink, setRefusedLink] = useState<string | null>(null);
  useEffect(() => {
    if (show === null) return;
    let isWanted = true;
    let leave = () => {};
    const nothing = () => {};
    import('./sync-windows.ts').then(({ showInWindows }) => {
      if (!isWanted) return;
      leave = showInWindows({
        show,
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
  }, [show, player, blank]);
  const open = useCallback(
    (linkFor: (show: string) => string) => {
      const name = show ?? crypto.randomUUID();
      rememberShowName(name);
      setShow(name);
      onOpen();
      const link = linkFor(name);
      const opened = window.open(link, `statescope ${name}`, WINDOW_FEATURES);
      setRefusedLink(opened === null ? link : null);
    },
    [show, onOpen],
  );
  return { open, refusedLink };
}
