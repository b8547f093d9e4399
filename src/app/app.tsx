/** Assembles the page: the player, the words and the motion that all views share. */
import { useCallback, useEffect, useState } from 'react';
import { PlayerProvider } from '../features/player-context.ts';
import type { StageText } from '../features/view-text.ts';
import { PhrasebookLoaderProvider } from '../features/with-phrasebook.tsx';
import type { PlayerStore } from '../player/player.ts';
import { MovingProvider } from '../ui/motion/motion-context.ts';
import { FaultBoundary } from '../ui/panel/panel.tsx';
import type { Loader } from '../ui/use-loaded.ts';
import type { Link } from '../url/link.ts';
import type { Problem } from '../url/problem.ts';
import { Arrivals } from './arrivals.tsx';
import type { LazyPlayer } from './lazy-player.ts';
import { type Around, AroundLoaderProvider } from './load-around.tsx';
import { useFetchedMotion } from './motion.ts';
import { Page } from './page.tsx';
import { Parts, useReload } from './parts.tsx';
import { missPart } from './parts-gone.ts';
import { whenNotKept } from './preferences.ts';
import { useLanguage } from './use-language.ts';

export interface AppProps {
  readonly player: PlayerStore;
  readonly whenDropped: LazyPlayer['whenDropped'];
  readonly loadPhrasebook: Loader<unknown>;
  readonly stageText: StageText;
  readonly loadAround: Loader<Around>;
  readonly link: Link;
  readonly problems: readonly Problem[];
}

export function App(props: AppProps) {
  return (
    <AroundLoaderProvider value={props.loadAround}>
      <Parts isKept={props.link.embed !== true}>
        <AppInParts {...props} />
      </Parts>
    </AroundLoaderProvider>
  );
}

function AppInParts(props: AppProps) {
  const { player, whenDropped, loadPhrasebook, link } = props;
  const [problems, setProblems] = useState(props.problems);
  const miss = useCallback((kind: 'part-not-loaded' | 'language-not-loaded') => {
    setProblems([{ kind }]);
    missPart();
  }, []);
  const [chosen, chooseLanguage] = useLanguage(player, props.stageText, () => miss('language-not-loaded'));
  const moving = useFetchedMotion();
  const needsReload = useReload()?.isNeeded ?? false;
  const notLoaded = useCallback(() => miss('part-not-loaded'), [miss]);
  useEffect(() => whenNotKept((kind) => setProblems([{ kind }])), []);
  useEffect(() => whenDropped(notLoaded), [whenDropped, notLoaded]);
  return (
    <MovingProvider value={moving}>
      <PlayerProvider value={player}>
        <PhrasebookLoaderProvider value={loadPhrasebook}>
          <Arrivals opening={props.stageText} chosen={chosen}>
            <FaultBoundary name="Statescope">
              <Page
                player={player}
                link={link}
                // The notice about the reload says what helps.
                problems={needsReload ? problems.filter(({ kind }) => !isOfLoading(kind)) : problems}
                onNotLoaded={notLoaded}
                onDismiss={() => setProblems([])}
                onLanguage={chooseLanguage}
              />
            </FaultBoundary>
          </Arrivals>
        </PhrasebookLoaderProvider>
      </PlayerProvider>
    </MovingProvider>
  );
}

function isOfLoading(kind: Problem['kind']): boolean {
  return kind === 'part-not-loaded' || kind === 'language-not-loaded';
}
