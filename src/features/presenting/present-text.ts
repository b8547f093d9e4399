/** Words of presenting, implemented once per language. They load with the views that use them. */

export interface PresentText {
  readonly laser: string;
  readonly blank: string;
  /** For screen readers, while the screen is black. */
  readonly isBlank: string;
  readonly fullScreen: string;
  readonly presenterWindow: string;
  /** The browser blocked it. A link follows. */
  readonly presenterRefused: string;
  readonly presenterLink: string;
  readonly brightness: string;
  readonly contrast: string;
  percent(value: number): string;
  /** Resets brightness and contrast. */
  readonly plainProjection: string;
}
