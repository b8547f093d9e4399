/** What a presenter has at hand, and what it is set to. */
import type { ThemeChoice } from '../../url/theme-choice.ts';

/** How the page is shown to a projector, in percent of how it is. */
export interface Projection {
  readonly brightness: number;
  readonly contrast: number;
}

export const plainProjection: Projection = { brightness: 100, contrast: 100 };

/** Far enough for any projector, and not so far that nothing can be read. */
export const projectionLimits = {
  brightness: { min: 60, max: 140 },
  contrast: { min: 80, max: 200 },
} as const;

export interface PresenterWindow {
  /** @param linkFor Where the show of this name is shown to its presenter. */
  open(linkFor: (session: string) => string): void;
  /** Where the presenter's window is to be had, once the browser did not let it be opened; null otherwise. */
  readonly refusedLink: string | null;
}

export interface PresenterTools {
  readonly theme: ThemeChoice;
  chooseTheme(theme: ThemeChoice): void;
  readonly projection: Projection;
  adjust(projection: Projection): void;
  readonly laserIsOn: boolean;
  toggleLaser(): void;
  readonly soundIsOn: boolean;
  toggleSound(): void;
  blank(): void;
  leave(): void;
  readonly presenter: PresenterWindow;
}
