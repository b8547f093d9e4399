/** An imported diagram, in English. */
import type { ImportedMessageWords } from '../../../sequence/messages/message.ts';

export const imported: ImportedMessageWords = {
  'imported.message': ({ from, to }) => `${from} to ${to}`,
  'imported.message.saying': ({ from, to, text }) => `${from} to ${to}: ${text}`,
  'imported.crossed': 'The arrow ends in a cross.',
  'imported.created': ({ name }) => `${name} is created.`,
  'imported.destroyed': ({ name }) => `${name} is destroyed.`,
  'imported.note': ({ names, text }) => `Note on ${names.join(' to ')}: ${text}`,
  'imported.frame': ({ word, text }) => `${word}: ${text}`,
  'imported.folded': ({ heading, messages }) =>
    `${heading} (${messages} ${messages === 1 ? 'message' : 'messages'})`,
  'imported.frames-end': ({ frames }) => `End of ${frames.join(', ')}.`,
  'imported.shape.boundary': 'Boundary',
  'imported.shape.control': 'Control',
  'imported.shape.entity': 'Entity',
  'imported.shape.database': 'Database',
  'imported.shape.collections': 'Collection',
  'imported.shape.queue': 'Queue',
  'imported.link': ({ label }) => `${label} ↗`,
  'imported.not-yet': 'Not created yet',
  'imported.gone': 'Destroyed',
};
