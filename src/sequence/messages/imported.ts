/** The messages for an imported diagram. */
import type { ImportedWords } from '../imported-words.ts';
import { type Message, message } from './message.ts';
import { ended, verbatim } from './nodes.ts';

export function importedWordsIn(say: (message: Message) => string): ImportedWords {
  return {
    message: (from, to, text) =>
      say(
        ended(
          text === ''
            ? message('imported.message', { from, to })
            : message('imported.message.saying', { from, to, text }),
        ),
      ),
    crossed: say(message('imported.crossed')),
    created: (name) => say(message('imported.created', { name })),
    destroyed: (name) => say(message('imported.destroyed', { name })),
    note: (names, text) => say(ended(message('imported.note', { names, text }))),
    frameBegins: (word, text) =>
      say(ended(text === '' ? verbatim(word) : message('imported.frame', { word, text }))),
    folded: (word, text, messages) =>
      say(message('imported.folded', { heading: `${word} ${text}`.trim(), messages })),
    framesEnd: (frames) => say(message('imported.frames-end', { frames })),
    shape: (shape) => say(message(`imported.shape.${shape}`)),
    link: ({ label }) => say(message('imported.link', { label })),
    notYet: say(message('imported.not-yet')),
    gone: say(message('imported.gone')),
  };
}
