/** The words with which a run is made into a film, implemented once a language, and fetched when they are wanted. */
import type { FilmKind } from './film/film.ts';

export interface FilmText {
  /** What the film shows: how many steps, for how long. */
  length(steps: number, seconds: number): string;
  /** Said when the run goes on after the film's last step. */
  isCut(steps: number): string;
  readonly kind: string;
  readonly speed: string;
  readonly make: string;
  readonly making: string;
  readonly cancel: string;
  timeLeft(seconds: number): string;
  readonly cancelled: string;
  saved(kind: FilmKind, megabytes: number): string;
  readonly failed: string;
  /** The browser has an encoder for none of the videos, or not for all of them. */
  noEncoder(missing: readonly FilmKind[], others: readonly FilmKind[]): string;
  /** Browsers let a page use their encoders only when it came by https. */
  readonly notSecure: string;
}
