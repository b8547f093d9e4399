/**
 * Persistent preferences: language, theme, keys, sound, projector. Storage that is full, blocked or private affects
 * nothing else.
 */

import {
  type Projection,
  plainProjection,
  projectionLimits,
} from '../features/presenting/presenter-tools.ts';
import { defaultLanguage, type LanguageId, languageById } from '../url/languages.ts';
import { readText, writeText } from '../url/text-store.ts';
import { type ThemeChoice, themes } from '../url/theme-choice.ts';

const LANGUAGE = 'statescope.language';
const THEME = 'statescope.theme';
const CHARACTER_KEYS = 'statescope.character-keys';
const SOUND = 'statescope.sound';
const PROJECTION = 'statescope.projection';
const SEEN_SCENES = 'statescope.seen-scenes';

/** The chosen language, or the first of the browser's languages that Statescope supports; otherwise the default. */
export function preferredLanguage(): LanguageId {
  const chosen = readText('localStorage', LANGUAGE);
  const wanted = [chosen, ...navigator.languages.map((tag) => tag.split('-')[0])];
  for (const each of wanted) {
    const known = languageById(each);
    if (known !== undefined) return known.id;
  }
  return defaultLanguage;
}

/** The chosen theme; the system's by default. */
export function chosenTheme(): ThemeChoice {
  return themes.find((theme) => theme === readText('localStorage', THEME)) ?? 'system';
}

export function characterKeysAreOn(): boolean {
  return readText('localStorage', CHARACTER_KEYS) !== 'off';
}

export function soundIsOn(): boolean {
  return readText('localStorage', SOUND) === 'on';
}

/** Stored values can come from another version, so invalid ones are ignored. */
export function chosenProjection(): Projection {
  const match = /^(\d{2,3}) (\d{2,3})$/.exec(readText('localStorage', PROJECTION) ?? '');
  if (match === null) return plainProjection;
  const [brightness, contrast] = [Number(match[1]), Number(match[2])];
  const isWithin = (value: number, { min, max }: { min: number; max: number }) =>
    value >= min && value <= max;
  const isKnown =
    isWithin(brightness, projectionLimits.brightness) && isWithin(contrast, projectionLimits.contrast);
  return isKnown ? { brightness, contrast } : plainProjection;
}

/** As stored, not checked. Callers validate it. */
export const seenScenes = () => readText('localStorage', SEEN_SCENES);

export const rememberLanguage = (language: LanguageId) => write(LANGUAGE, language);
export const rememberTheme = (theme: ThemeChoice) => write(THEME, theme);
export const rememberCharacterKeys = (on: boolean) => write(CHARACTER_KEYS, on ? 'on' : 'off');
export const rememberSound = (on: boolean) => write(SOUND, on ? 'on' : 'off');
export const rememberSeenScenes = (seen: string) => write(SEEN_SCENES, seen);
export const rememberProjection = ({ brightness, contrast }: Projection) =>
  write(PROJECTION, `${brightness} ${contrast}`);

type NotKept = 'not-kept' | 'branches-not-kept';

let tellNotKept = (_kind: NotKept) => {};

/**
 * @param tell Called when something can't be kept, as in a private window or when the storage is full.
 * @returns Unsubscribes.
 */
export function whenNotKept(tell: (kind: NotKept) => void): () => void {
  tellNotKept = tell;
  return () => {
    tellNotKept = () => {};
  };
}

export function reportNotKept(kind: NotKept): void {
  tellNotKept(kind);
}

function write(key: string, value: string): void {
  // The choice holds until the page is closed.
  if (!writeText('localStorage', key, value)) reportNotKept('not-kept');
}
