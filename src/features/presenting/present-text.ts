/** The words of presenting, implemented once a language. They are fetched with what they name. */

export interface PresentText {
  readonly laser: string;
  readonly blank: string;
  /** Said to those who listen, while the screen is black. */
  readonly isBlank: string;
  readonly fullScreen: string;
  readonly presenterWindow: string;
  /** The browser did not let it be opened; a link follows. */
  readonly presenterRefused: string;
  readonly presenterLink: string;
  readonly brightness: string;
  readonly contrast: string;
  percent(value: number): string;
  /** Sets both back. */
  readonly plainProjection: string;
}
