/** The presenter's tools and their settings. */
import type { ThemeChoice } from '../../url/theme-choice.ts';

/** The projector's brightness and contrast, in percent of the page's own. */
export interface Projection {
  readonly brightness: number;
  readonly contrast: number;
}

export const plainProjection: Projection = { brightness: 100, contrast: 100 };

/** Wide enough for any projector, and narrow enough to stay legible. */
export const projectionLimits = {
  brightness: { min: 60, max: 140 },
  contrast: { min: 80, max: 200 },
} as const;

export interface PresenterWindow {
  /**
   * @param linkFor Address of the presenter's window for a session.
   * @returns Whether the browser let it open.
   */
  open(linkFor: (session: string) => string): boolean;
  /** Link to the presenter's window, after the browser blocked it; otherwise null. */
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
