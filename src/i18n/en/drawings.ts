/** Somebody's own drawing, in English. */
import type { ParticipantShape } from '../../diagram/drawing.ts';
import type { DrawingWords } from '../../diagram/drawing-words.ts';
import { ended } from '../phrases.ts';

const shapes: Record<ParticipantShape, string | null> = {
  participant: null,
  actor: null,
  boundary: 'Boundary',
  control: 'Control',
  entity: 'Entity',
  database: 'Database',
  collections: 'Collection',
  queue: 'Queue',
};

export const drawing: DrawingWords = {
  message: (from, to, text, arrives) =>
    ended(`${from} to ${to}${text === '' ? '' : `: ${text}`}${arrives ? '' : ' (it does not arrive)'}`),
  created: (name) => `${name} comes into being.`,
  destroyed: (name) => `${name} is no more.`,
  note: (names, text) => ended(`Note on ${names.join(' to ')}: ${text}`),
  frameBegins: (word, text) => ended(text === '' ? word : `${word}: ${text}`),
  framesEnd: (frames) => `End of ${frames.join(', ')}.`,
  shape: (shape) => shapes[shape],
  box: (name) => `In: ${name}`,
  link: ({ label, target }) => `${label}: ${target}`,
  notYet: 'Not there yet',
  gone: 'Gone',
};
