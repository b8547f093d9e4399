/** Which page of the guide is open. It's an entry of the browser's history, so Back closes it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { preloadPage } from '../features/guide/preload-page.ts';
import type { Guide, OpenedFrom } from '../features/guide-context.ts';
import type { ViewText } from '../features/view-text.ts';
import type { PlayerStore } from '../player/player.ts';
import { guidePlaceIn, withGuidePlace } from '../url/guide-link.ts';
import type { GuidePlace } from '../url/guide-pages.ts';
import { pageSearch } from '../url/page-address.ts';
import { goToQuery } from './address.ts';
import { guidePages } from './guide-pages.ts';

/** @param onNotLoaded Called if a page can't be loaded. What is shown stays then. */
export function useGuidePlace(
  player: PlayerStore,
  text: ViewText,
  linked: GuidePlace | null,
  onNotLoaded: () => void,
): Guide {
  const [place, setPlace] = useState(linked);
  const [openedFrom, setOpenedFrom] = useState<OpenedFrom | null>(null);
  /** Whether the previous history entry is the stage's. */
  const wasOpenedHere = useRef(false);
  /** Runs once the stage's own entry is the present one again. */
  const afterwards = useRef<() => void>(() => {});
  const opener = useOpener(place);

  useEffect(() => {
    const follow = () => {
      const next = guidePlaceIn(pageSearch());
      setPlace(next);
      if (next !== null) return;
      wasOpenedHere.current = false;
      const then = afterwards.current;
      afterwards.current = () => {};
      then();
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  const go = useCallback(
    async (next: GuidePlace) => {
      if (!(await preloadPage(guidePages, next.page, text))) return onNotLoaded();
      const isOpen = guidePlaceIn(pageSearch()) !== null;
      if (!isOpen) {
        if (player.getState().isPlaying) player.getState().dispatch({ kind: 'toggle-play' });
        opener.current = document.activeElement;
        wasOpenedHere.current = true;
      }
      goToQuery(withGuidePlace(pageSearch(), next), { addsEntry: !isOpen });
      setPlace(next);
    },
    [player, text, opener, onNotLoaded],
  );

  const leave = useCallback((then: () => void) => {
    if (wasOpenedHere.current) {
      afterwards.current = then;
      return history.back();
    }
    goToQuery(withGuidePlace(pageSearch(), null), { addsEntry: false });
    setPlace(null);
    then();
  }, []);

  return useMemo(
    () => ({
      place,
      go,
      close: () => leave(() => {}),
      openedFrom,
      openRun: ({ scenario, commands }, stepOf, { plays = false } = {}) => {
        opener.current = null;
        const before = player.getState().recording;
        const show = () => {
          const { recording, prediction, dispatch } = player.getState();
          // A question hides what follows it, and the step may be there.
          const { run } = prediction?.whole.recording ?? recording;
          if (recording === before || run === null) return false;
          dispatch({ kind: 'start-at', step: stepOf(run) });
          if (plays) dispatch({ kind: 'toggle-play' });
          if (place !== null) setOpenedFrom({ place, scenario: run.scenario });
          // The run has an entry of its own by now.
          wasOpenedHere.current = false;
          goToQuery(withGuidePlace(pageSearch(), null), { addsEntry: false });
          setPlace(null);
          return true;
        };
        player.getState().dispatch({ kind: 'open-run', scenario, commands });
        // The simulation may still be loading.
        if (show()) return;
        const stop = player.subscribe(() => {
          if (player.getState().recording !== before) {
            stop();
            show();
          }
        });
      },
      openLesson: async (id, lessonPosition) => {
        // Already loaded by the link's view.
        const [{ lessonById }, { incidentById }] = await Promise.all([
          import('../lessons/lessons.ts'),
          import('../incidents/incidents.ts'),
        ]);
        const lesson = lessonById(id) ?? incidentById(id);
        if (lesson === undefined) return;
        opener.current = null;
        leave(() => player.getState().dispatch({ kind: 'open-lesson', lesson, lessonPosition }));
      },
    }),
    [place, openedFrom, go, leave, player, opener],
  );
}

/** Returns focus to the element that had it when the guide was opened, or to the stage if it's gone. */
function useOpener(place: GuidePlace | null) {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(place !== null);
  useEffect(() => {
    const isOpen = place !== null;
    if (wasOpen.current && !isOpen) {
      const before = opener.current;
      const next = before?.isConnected ? before : document.querySelector('[data-stage]');
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    }
    wasOpen.current = isOpen;
  }, [place]);
  return opener;
}
