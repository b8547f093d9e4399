/** Which page is open in place of the stage. Each is an entry of the browser's history, so Back leads to the one before. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Guide, OpenedFrom } from '../features/guide-context.ts';
import { usePhrasebookLoader } from '../features/with-phrasebook.tsx';
import type { PlayerStore } from '../player/player.ts';
import { useLatestTask } from '../ui/use-latest-task.ts';
import { preload } from '../ui/use-loaded.ts';
import { guideKeys, guideLocationIn } from '../url/guide-link.ts';
import type { GuideLocation, GuidePage } from '../url/guide-pages.ts';
import { pageSearch } from '../url/page-address.ts';
import { setQuery } from './address.ts';
import { focusStage } from './focus-stage.ts';
import { back, onArrive, presentEntry, pushPage } from './history-entries.ts';

/**
 * @param loadPage Loads a page with its words. The same function in one language.
 * @param onNotLoaded Called if a page or a run can't be loaded. What is shown stays then.
 */
export function useGuideLocation(
  player: PlayerStore,
  loadPage: (page: GuidePage) => Promise<boolean>,
  linked: GuideLocation | null,
  onNotLoaded: () => void,
): Guide {
  const [place, setPlace] = useState(linked);
  /** Not read from the address, which a sandboxed frame can't write. */
  const isOpen = useRef(linked !== null);
  const show = useCallback((next: GuideLocation | null) => {
    isOpen.current = next !== null;
    setPlace(next);
  }, []);
  const [openedFrom, setOpenedFrom] = useState<OpenedFrom | null>(null);
  const opener = useOpener(place);
  const loadSimulation = usePhrasebookLoader();
  // The reader sees what they asked for last, however long it takes to load.
  const { begin, cancel } = useLatestTask();

  useEffect(() => {
    const follow = () => {
      cancel();
      show(guideLocationIn(pageSearch()));
    };
    return onArrive(follow);
  }, [cancel, show]);

  const go = useCallback(
    async (next: GuideLocation, { isSameView = false } = {}) => {
      const signal = begin();
      const isLoaded = await loadPage(next.page);
      if (signal.aborted) return;
      if (!isLoaded) return onNotLoaded();
      const keys = guideKeys(next);
      const isFirst = !isOpen.current;
      if (isFirst) {
        if (player.getState().isPlaying) player.getState().dispatch({ kind: 'toggle-play' });
        opener.current = document.activeElement;
      }
      if (!isFirst && (isSameView || isShown(next))) setQuery(keys);
      else pushPage(keys, isFirst);
      show(next);
    },
    [player, loadPage, opener, begin, show, onNotLoaded],
  );

  const close = useCallback(async () => {
    cancel();
    const pages = presentEntry()?.pages ?? 0;
    if (isOpen.current && pages > 0) await back(pages);
    // The first page has no entry of its own if its link has opened it.
    if (guideLocationIn(pageSearch()) !== null) setQuery(guideKeys(null));
    show(null);
  }, [cancel, show]);

  return useMemo(
    () => ({
      place,
      go,
      close: () => void close(),
      openedFrom,
      openRun: async ({ scenario, commands }, stepOf, { plays = false } = {}) => {
        const signal = begin();
        const isLoaded = await preload(loadSimulation);
        if (signal.aborted) return;
        if (!isLoaded) return onNotLoaded();
        opener.current = null;
        const { dispatch } = player.getState();
        dispatch({ kind: 'open-run', scenario, commands });
        // A question hides what follows it, and the step may be there.
        const { recording, prediction } = player.getState();
        const { run } = prediction?.whole.recording ?? recording;
        if (run === null) return;
        dispatch({ kind: 'start-at', step: stepOf(run) });
        if (plays) dispatch({ kind: 'toggle-play' });
        if (place !== null) setOpenedFrom({ place, scenario: run.scenario });
        // The run has an entry of its own by now.
        setQuery(guideKeys(null));
        show(null);
      },
      openLesson: async (id, lessonPosition) => {
        const signal = begin();
        // Already loaded by the link's view.
        const [{ lessonById }, { incidentById }] = await Promise.all([
          import('../lessons/lessons.ts'),
          import('../incidents/incidents.ts'),
        ]);
        const lesson = lessonById(id) ?? incidentById(id);
        if (lesson === undefined || signal.aborted) return;
        opener.current = null;
        await close();
        player.getState().dispatch({ kind: 'open-lesson', lesson, lessonPosition });
      },
    }),
    [place, openedFrom, go, close, show, player, opener, begin, loadSimulation, onNotLoaded],
  );
}

/** Whether the address shows it already. */
function isShown({ page, entry }: GuideLocation): boolean {
  const shown = guideLocationIn(pageSearch());
  return shown?.page === page && shown.entry === entry;
}

/** Returns focus to the element that had it when the guide was opened, or to the stage if it's gone. */
function useOpener(place: GuideLocation | null) {
  const opener = useRef<Element | null>(null);
  const wasOpen = useRef(place !== null);
  useEffect(() => {
    const isOpen = place !== null;
    if (wasOpen.current && !isOpen) {
      const before = opener.current;
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      else focusStage();
    }
    wasOpen.current = isOpen;
  }, [place]);
  return opener;
}
