/** The theme: the link's, else the chosen one, else the system's, tracked live. */
import { useEffect, useState } from 'react';
import type { ThemeId } from '../url/link.ts';
import type { ThemeChoice } from '../url/theme-choice.ts';
import { setQuery } from './address.ts';
import { SYSTEM_IS_DARK, shownTheme } from './opening-theme.ts';
import { chosenTheme, rememberTheme } from './preferences.ts';
import { useMediaQuery } from './use-media-query.ts';

export function useTheme(linked: ThemeId | undefined): [ThemeChoice, (theme: ThemeChoice) => void] {
  const [chosen, setChosen] = useState<ThemeChoice>(() => linked ?? chosenTheme());
  const systemIsDark = useMediaQuery(SYSTEM_IS_DARK);
  const theme = shownTheme(chosen, systemIsDark);
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
