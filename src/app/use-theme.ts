/** The theme: what the link says, else what was chosen, else what the system has, followed live. */
import { useEffect, useState } from 'react';
import type { ThemeId } from '../share/link.ts';
import { setQuery } from './address.ts';
import { chosenTheme, rememberTheme } from './preferences.ts';
import { useMediaQuery } from './use-media-query.ts';

const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)';

export function openingTheme(linked: ThemeId | undefined): ThemeId {
  return linked ?? chosenTheme() ?? (window.matchMedia(SYSTEM_IS_DARK).matches ? 'dark' : 'light');
}

export function useTheme(linked: ThemeId | undefined): [ThemeId, (theme: ThemeId) => void] {
  const [chosen, setChosen] = useState(() => linked ?? chosenTheme());
  const systemIsDark = useMediaQuery(SYSTEM_IS_DARK);
  const theme = chosen ?? (systemIsDark ? 'dark' : 'light');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choose = (next: ThemeId) => {
    setChosen(next);
    rememberTheme(next);
    setQuery('theme', null);
  };
  return [theme, choose];
}
