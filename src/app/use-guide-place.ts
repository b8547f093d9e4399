/** Which page of the guide is open. It is one entry of the browser's history, so Back closes it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PlayerStore } from '../player/player.ts';
import { type GuidePlace, guidePlaceIn, withGuidePlace } from '../share/guide-link.ts';
import type { Guide } from '../views/guide/guide-context.ts';
import { preloadPage } from '../views/guide/pages.ts';
import type { ViewText } from '../views/view-text.ts';
import { goToQuery } from './address.ts';

export function useGuidePlace(player: PlayerStore, text: ViewText, linked: GuidePlace | undefined): Guide {
  const [place, setPlace] = useState(linked ?? null);
  /** Whether the entry before this one is that of the stage. */
  const wasOpenedHere = useRef(false);
  useEffect(() => {
    const follow = () => {
      const next = guidePlaceIn(location.search);
      if (next === null) wasOpenedHere.current = false;
      setPlace(next);
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback(
    async (next: GuidePlace) => {
      await preloadPage(next.page, text);
      const isOpen = guidePlaceIn(location.search) !== null;
      if (!isOpen) {
        if (player.getState().isPlaying) player.getState().dispatch({ kind: 'toggle-play' });
        wasOpenedHere.current = true;
      }
      goToQuery(withGuidePlace(location.search, next), { addsEntry: !isOpen });
      setPlace(next);
    },
    [player, text],
  );
  const close = useCallback(() => {
    if (wasOpenedHere.current) return history.back();
    goToQuery(withGuidePlace(location.search, null), { addsEntry: false });
    setPlace(null);
  }, []);
  return useMemo(() => ({ place, go, close }), [place, go, close]);
}
