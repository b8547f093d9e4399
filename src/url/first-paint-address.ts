/**
 * What the first paint takes from the address, without the schema: it's read by a script of its own that is as small as
 * can be. A test compares it with `parseQuery`.
 */
import { type LanguageId, languageById } from './languages.ts';
import { type ThemeId, themes } from './theme-choice.ts';

export interface FirstPaintAddress {
  readonly lang: LanguageId | undefined;
  readonly theme: ThemeId | undefined;
  readonly present: boolean;
  readonly embed: boolean;
  /**
   * - `opening`: the run that the page opens with.
   * - `run`: another run, or another step.
   * - `other`: no stage, but the guide or the presenter's window.
   */
  readonly shows: 'opening' | 'run' | 'other';
}

/** Keys that leave the opening run as it is. */
const readersKeys: ReadonlySet<string> = new Set(['lang', 'theme']);

/** @param search Anything at all. Never throws. */
export function firstPaintAddress(search: string, hash: string): FirstPaintAddress {
  const parameters = new URLSearchParams(search);
  const isOther = parameters.has('page') || parameters.has('presenter');
  const isOpening = hash === '' && [...parameters.keys()].every((name) => readersKeys.has(name));
  const embed = parameters.has('embed');
  const present = parameters.has('present');
  return {
    lang: languageById(parameters.get('lang'))?.id,
    theme: themes.find((theme) => theme === parameters.get('theme')),
    present,
    embed: embed && !present,
    shows: isOther ? 'other' : isOpening ? 'opening' : 'run',
  };
}
