/** What concerns the page as a whole: theme, keys, help, presenting; and what is shown because of it. */
import { useCallback, useEffect, useState } from 'react';
import type { PlayerStore } from '../player/player.ts';
import type { LanguageId, Link } from '../share/link.ts';
import type { Problem } from '../share/problem.ts';
import { Guide } from '../views/guide/guide.tsx';
import { GuideProvider } from '../views/guide/guide-context.ts';
import { Header } from '../views/header/header.tsx';
import { HelpDialog } from '../views/help/help-dialog.tsx';
import type { PageAction } from '../views/keyboard/key-table.ts';
import { useKeys } from '../views/keyboard/use-keys.ts';
import { useMotionIsThere } from '../views/motion/motion-context.ts';
import { NewerVersion } from '../views/newer-version.tsx';
import { Notice } from '../views/notice.tsx';
import { FaultBoundary } from '../views/panel/panel.tsx';
import { useText } from '../views/text-context.ts';
import { characterKeysAreOn, rememberCharacterKeys } from './preferences.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useGuidePlace } from './use-guide-place.ts';
import { useMediaQuery } from './use-media-query.ts';
import { useNewerVersion } from './use-newer-version.ts';
import { usePresenting } from './use-presenting.ts';
import { useTheme } from './use-theme.ts';
import { Workspace } from './workspace.tsx';

interface PageProps {
  readonly player: PlayerStore;
  readonly link: Link;
  readonly problems: readonly Problem[];
  readonly onDismiss: () => void;
  readonly onLanguage: (language: LanguageId) => void;
}

export function Page({ player, link, problems, onDismiss, onLanguage }: PageProps) {
  const text = useText();
  const [theme, chooseTheme] = useTheme(link.theme);
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const [characterKeysOn, setCharacterKeysOn] = useState(characterKeysAreOn);
  const guide = useGuidePlace(player, text, link.guide);
  const { isPresenting, toggle: togglePresenting } = usePresenting(link.isPresenting);
  const reducesMotion = useMediaQuery('(prefers-reduced-motion: reduce)');
  const newerVersion = useNewerVersion();

  const onPageAction = useCallback(
    (action: PageAction) => (action === 'help' ? setHelpIsOpen(true) : togglePresenting()),
    [togglePresenting],
  );
  useKeys({ characterKeysOn, onPageAction });
  useFocusReturn();
  const motionIsThere = useMotionIsThere();
  useEffect(() => {
    player.getState().dispatch({ kind: 'allow-motion', allowed: motionIsThere && !reducesMotion });
  }, [player, motionIsThere, reducesMotion]);

  const chooseCharacterKeys = (on: boolean) => {
    setCharacterKeysOn(on);
    rememberCharacterKeys(on);
  };
  return (
    <GuideProvider value={guide}>
      {!isPresenting && (
        <FaultBoundary name="Statescope">
          <Header
            theme={theme}
            onTheme={chooseTheme}
            onLanguage={onLanguage}
            onHelp={() => setHelpIsOpen(true)}
            onPresent={togglePresenting}
          />
        </FaultBoundary>
      )}
      {guide.place === null ? (
        <Workspace
          notice={
            <>
              <Notice problems={problems} onDismiss={onDismiss} />
              {newerVersion !== null && !isPresenting && (
                <NewerVersion onLoad={newerVersion.load} onDismiss={newerVersion.dismiss} />
              )}
            </>
          }
          onLeave={isPresenting ? togglePresenting : null}
        />
      ) : (
        <FaultBoundary name={text.guide.guide}>
          <Guide place={guide.place} />
        </FaultBoundary>
      )}
      <FaultBoundary name={text.help}>
        <HelpDialog
          isOpen={helpIsOpen}
          onClose={() => setHelpIsOpen(false)}
          characterKeysOn={characterKeysOn}
          onCharacterKeys={chooseCharacterKeys}
        />
      </FaultBoundary>
    </GuideProvider>
  );
}
