/** Bringing something into the page, in English. */
import type { OpenText } from '../../features/importing/open-text.ts';
import { number } from './words.ts';

export const openText: OpenText = {
  open: 'Open',
  introduction:
    'Step through any Mermaid sequence diagram: paste it here, or a Markdown text that has some in it, or drop a file anywhere on the page. A saved run is opened the same way.',
  text: 'Mermaid or Markdown',
  show: 'Show it',
  chooseFile: 'Choose a file',
  dropHere: 'Drop it to open it',
  which: 'Which diagram',
  block: (heading, line) =>
    heading === '' ? `From line ${number.format(line)}` : `${heading} (line ${number.format(line)})`,
  problems: {
    'too-large': ({ characters, charactersMax }) =>
      `This has ${number.format(characters)} characters. Up to ${number.format(charactersMax)} can be opened.`,
    'not-a-sequence-diagram': ({ word }) =>
      `This begins with “${word}”. Only Mermaid’s sequence diagrams can be stepped through; they begin with “sequenceDiagram”.`,
    'nothing-in-it': 'There is no message, note or frame in it to step through.',
    syntax: 'Mermaid cannot read this:',
    'syntax-in-line': ({ line }) => `Mermaid cannot read line ${number.format(line)}:`,
    'mermaid-not-loaded': 'Mermaid could not be loaded. Everything else goes on; please try again.',
  },
  imported: 'A diagram of your own',
  backToRun: 'Back to the run',
  theEnd: 'The end.',
  fileNotRead: 'The file could not be read.',
  runFileProblems: {
    'later-run-file': 'This run was saved by a later version of Statescope.',
    'bad-run-file': 'The run in this file cannot be read: it was cut off or changed.',
  },
};
