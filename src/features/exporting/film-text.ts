/** Words of the film export, implemented once per language, and lazy-loaded. */
import type { FilmKind } from './film/film.ts';

export interface FilmText {
  /** The film's extent: number of steps, and duration. */
  length(steps: number, seconds: number): string;
  /** Shown when the film ends before the run does. */
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
  /** Shown until the browser has answered which videos it can make. */
  readonly asking: string;
  /** The browser has no encoder for any video kind, or lacks some. */
  noEncoder(missing: readonly FilmKind[], others: readonly FilmKind[]): string;
  /** Browsers let a page use their encoders only when it was loaded over https. */
  readonly notSecure: string;
}
