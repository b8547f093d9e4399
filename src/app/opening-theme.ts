/** The theme that is shown: the link's, else the chosen one, else the system's. */
import type { ThemeChoice, ThemeId } from '../url/theme-choice.ts';
import { chosenTheme } from './preferences.ts';

export const SYSTEM_IS_DARK = '(prefers-color-scheme: dark)';

export function openingTheme(linked: ThemeId | undefined): ThemeId {
  return shownTheme(linked ?? chosenTheme(), window.matchMedia(SYSTEM_IS_DARK).matches);
}

export function shownTheme(choice: ThemeChoice, systemIsDark: boolean): ThemeId {
  if (choice !== 'system') return choice;
  return systemIsDark ? 'dark' : 'light';
}
