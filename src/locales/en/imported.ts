/** Somebody's own imported, in English. */
import type { ImportedWords } from '../../sequence/imported-words.ts';
import { ended } from '../phrases.ts';

const shapes: Record<Parameters<ImportedWords['shape']>[0], string> = {
  boundary: 'Boundary',
  control: 'Control',
  entity: 'Entity',
  database: 'Database',
  collections: 'Collection',
  queue: 'Queue',
};

export const imported: ImportedWords = {
  message: (from, to, text) => ended(`${from} to ${to}${text === '' ? '' : `: ${text}`}`),
  crossed: 'The arrow ends in a cross.',
  created: (name) => `${name} comes into being.`,
  destroyed: (name) => `${name} is no more.`,
  note: (names, text) => ended(`Note on ${names.join(' to ')}: ${text}`),
  frameBegins: (word, text) => ended(text === '' ? word : `${word}: ${text}`),
  framesEnd: (frames) => `End of ${frames.join(', ')}.`,
  shape: (shape) => shapes[shape],
  link: ({ label, target }) => `${label}: ${target}`,
  notYet: 'Not there yet',
  gone: 'Gone',
};
