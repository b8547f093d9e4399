/** Puts the page together. */
import { domAnimation, LazyMotion } from 'framer-motion';
import { useCallback, useEffect, useState } from 'react';
import type { Language } from '../i18n/languages.ts';
import type { PlayerStore } from '../player/player.ts';
import type { LanguageId, Link } from '../share/link.ts';
import type { LinkProblem } from '../share/problem.ts';
import { Header } from '../views/header/header.tsx';
import { HelpDialog } from '../views/help/help-dialog.tsx';
import { useKeys } from '../views/keyboard/use-keys.ts';
import { Notice } from '../views/notice.tsx';
import { PlayerProvider } from '../views/player-context.ts';
import { TextProvider } from '../views/text-context.ts';
import { characterKeysAreOn, rememberCharacterKeys } from './preferences.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useLanguage } from './use-language.ts';
import { useMediaQuery } from './use-media-query.ts';
import { useTheme } from './use-theme.ts';
import { Workspace } from './workspace.tsx';

export interface AppProps {
  readonly player: PlayerStore;
  readonly language: Language;
  readonly link: Link;
  readonly problems: readonly LinkProblem[];
}

export function App({ player, language, link, problems }: AppProps) {
  const [viewText, chooseLanguage] = useLanguage(player, language);
  return (
    <LazyMotion features={domAnimation} strict>
      <PlayerProvider value={player}>
        <TextProvider value={viewText}>
          <Page link={link} problems={problems} onLanguage={chooseLanguage} player={player} />
        </TextProvider>
      </PlayerProvider>
    </LazyMotion>
  );
}

interface PageProps extends Omit<AppProps, 'language'> {
  readonly onLanguage: (language: LanguageId) => void;
}

function Page({ player, link, problems, onLanguage }: PageProps) {
  const [theme, chooseTheme] = useTheme(link.theme);
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const [isDismissed, setIsDismissed] = useState(false);
  const [characterKeysOn, setCharacterKeysOn] = useState(characterKeysAreOn);
  const reducesMotion = useMediaQuery('(prefers-reduced-motion: reduce)');
  const openHelp = useCallback(() => setHelpIsOpen(true), []);
  useKeys({ characterKeysOn, openHelp });
  useFocusReturn();
  useEffect(
    () => player.getState().dispatch({ kind: 'allow-motion', allowed: !reducesMotion }),
    [player, reducesMotion],
  );
  const chooseCharacterKeys = (on: boolean) => {
    setCharacterKeysOn(on);
    rememberCharacterKeys(on);
  };
  return (
    <>
      <Header theme={theme} onTheme={chooseTheme} onLanguage={onLanguage} onHelp={openHelp} />
      <Workspace
        notice={<Notice problems={isDismissed ? [] : problems} onDismiss={() => setIsDismissed(true)} />}
      />
      <HelpDialog
        isOpen={helpIsOpen}
        onClose={() => setHelpIsOpen(false)}
        characterKeysOn={characterKeysOn}
        onCharacterKeys={chooseCharacterKeys}
      />
    </>
  );
}
