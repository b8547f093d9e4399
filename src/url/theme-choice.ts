/** The themes that a reader chooses among. */
export const themes = ['light', 'dark', 'projector'] as const;
export type ThemeId = (typeof themes)[number];

/** A theme, or the one that the operating system asks for. */
export type ThemeChoice = ThemeId | 'system';

export const themeChoices: readonly ThemeChoice[] = ['system', ...themes];
