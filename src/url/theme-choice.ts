/** The themes that a reader chooses among. */
import { type ThemeId, themes } from './link.ts';

/** A theme, or the one that the operating system asks for. */
export type ThemeChoice = ThemeId | 'system';

export const themeChoices: readonly ThemeChoice[] = ['system', ...themes];
