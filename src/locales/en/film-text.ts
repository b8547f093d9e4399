/** Making a film of a run, in English. */
import type { FilmKind } from '../../features/exporting/film/film.ts';
import type { FilmText } from '../../features/exporting/film-text.ts';
import { number } from './words.ts';

const names: Record<FilmKind, string> = { mp4: 'MP4', webm: 'WebM', gif: 'GIF' };
const list = new Intl.ListFormat('en');
const size = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

const seconds = (count: number) => (count === 1 ? '1 second' : `${number.format(count)} seconds`);

export const filmText: FilmText = {
  length: (steps, duration) =>
    `From this step to the end: ${steps === 1 ? '1 step' : `${number.format(steps)} steps`}, ${seconds(duration)}.`,
  isCut: (steps) => `A film ends after ${number.format(steps)} steps. This run is longer.`,
  kind: 'File type',
  speed: 'Speed',
  make: 'Make film',
  making: 'Making the film',
  cancel: 'Cancel',
  timeLeft: (left) => `About ${seconds(left)} left`,
  cancelled: 'Cancelled. Nothing was saved.',
  saved: (kind, megabytes) => `${names[kind]}, ${size.format(megabytes)} MB, saved to your downloads.`,
  failed: 'The film couldn’t be created. Try a smaller size or another file type.',
  noEncoder: (missing, others) =>
    `This browser can’t make ${list.format(missing.map((kind) => names[kind]))}. It can make ${list.format(others.map((kind) => names[kind]))}.`,
  notSecure: 'Browsers only make videos on https pages, or on pages from this computer.',
};
