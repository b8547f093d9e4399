/** The theme: what the link says, else what was chosen, else what the system has, followed live. */
import { useEffect, useState } from 'react';
import type { ThemeId } from '../url/link.ts';
import type { ThemeChoice } from '../url/theme-choice.ts';
import { setQuery } from './address.ts';
import { chosenTheme, rememberTheme } from './preferences.ts';
import { useMediaQuery } from './use-media-query.ts';

const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)';

export function openingTheme(linked: ThemeId | undefined): ThemeId {
  return shown(linked ?? chosenTheme(), window.matchMedia(SYSTEM_IS_DARK).matches);
}

export function useTheme(linked: ThemeId | undefined): [ThemeChoice, (theme: ThemeChoice) => void] {
  const [chosen, setChosen] = useState<ThemeChoice>(() => linked ?? chosenTheme());
  const systemIsDark = useMediaQuery(SYSTEM_IS_DARK);
  const theme = shown(chosen, systemIsDark);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choose = (next: ThemeChoice) => {
    setChosen(next);
    rememberTheme(next);
    setQuery({ theme: null });
  };
  return [chosen, choose];
}

function shown(choice: ThemeChoice, systemIsDark: boolean): ThemeId {
  if (choice !== 'system') return choice;
  return systemIsDark ? 'dark' : 'light';
}
