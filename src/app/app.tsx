/** Puts the page together: the player, the words and the motion that all views share. */
import { useEffect, useState } from 'react';
import type { Language } from '../i18n/languages.ts';
import type { PlayerStore } from '../player/player.ts';
import type { Link } from '../share/link.ts';
import type { Problem } from '../share/problem.ts';
import { MovingProvider } from '../views/motion/motion-context.ts';
import { FaultBoundary } from '../views/panel/panel.tsx';
import { PlayerProvider } from '../views/player-context.ts';
import { TextProvider } from '../views/text-context.ts';
import { useFetchedMotion } from './motion.ts';
import { Page } from './page.tsx';
import { whenNotKept } from './preferences.ts';
import { useLanguage } from './use-language.ts';

export interface AppProps {
  readonly player: PlayerStore;
  readonly language: Language;
  readonly link: Link;
  readonly problems: readonly Problem[];
}

export function App({ player, language, link, problems: openingProblems }: AppProps) {
  const [problems, setProblems] = useState(openingProblems);
  const [viewText, chooseLanguage] = useLanguage(player, language, () =>
    setProblems([{ kind: 'language-not-loaded' }]),
  );
  const moving = useFetchedMotion();
  useEffect(() => whenNotKept(() => setProblems([{ kind: 'not-kept' }])), []);
  useEffect(
    () =>
      player.subscribe(({ failures }, before) => {
        if (failures > before.failures) setProblems([{ kind: 'part-not-loaded' }]);
      }),
    [player],
  );
  return (
    <MovingProvider value={moving}>
      <PlayerProvider value={player}>
        <TextProvider value={viewText}>
          <FaultBoundary name="Statescope">
            <Page
              player={player}
              link={link}
              problems={problems}
              onDismiss={() => setProblems([])}
              onLanguage={chooseLanguage}
            />
          </FaultBoundary>
        </TextProvider>
      </PlayerProvider>
    </MovingProvider>
  );
}
