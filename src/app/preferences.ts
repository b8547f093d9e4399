/** What a person chose for good: language, theme, keys. Storage that is full, blocked or private loses nothing else. */
import { type LanguageId, languages, themes } from '../share/link.ts';
import type { ThemeChoice } from '../views/header/theme-select.tsx';

const LANGUAGE = 'statescope.language';
const THEME = 'statescope.theme';
const CHARACTER_KEYS = 'statescope.character-keys';

/** The chosen language, or the first of the browser's that Statescope speaks; English for everybody else. */
export function preferredLanguage(): LanguageId {
  const chosen = read(LANGUAGE);
  const wanted = [chosen, ...navigator.languages.map((tag) => tag.split('-')[0])];
  for (const each of wanted) {
    const known = languages.find((language) => language === each);
    if (known !== undefined) return known;
  }
  return 'en';
}

/** The chosen theme; the system's is followed by whoever chose none. */
export function chosenTheme(): ThemeChoice {
  return themes.find((theme) => theme === read(THEME)) ?? 'system';
}

export function characterKeysAreOn(): boolean {
  return read(CHARACTER_KEYS) !== 'off';
}

export const rememberLanguage = (language: LanguageId) => write(LANGUAGE, language);
export const rememberTheme = (theme: ThemeChoice) => write(THEME, theme);
export const rememberCharacterKeys = (on: boolean) => write(CHARACTER_KEYS, on ? 'on' : 'off');

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice holds until the page is closed.
  }
}
