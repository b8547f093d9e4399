/** Bringing something into the page, in English. */
import type { OpenText } from '../../features/importing/open-text.ts';
import { number } from './words.ts';

export const openText: OpenText = {
  open: 'Open',
  introduction:
    'Step through any Mermaid sequence diagram. Paste it here, paste Markdown that contains one, or drop a file anywhere on the page. Saved runs open the same way.',
  text: 'Mermaid or Markdown',
  show: 'Show diagram',
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
    'nothing-in-it': 'It has no message, note or frame to step through.',
    syntax: 'Mermaid can’t read this:',
    'syntax-in-line': ({ line }) => `Mermaid can’t read line ${number.format(line)}:`,
    semicolon: ({ line }) =>
      `Line ${number.format(line)} has a semicolon before its end. For Mermaid, a semicolon ends the line. Write “#59;” in its place, or take it out.`,
    'mermaid-not-loaded': 'Mermaid couldn’t be loaded. Everything else still works. Please try again.',
  },
  imported: 'Your own diagram',
  backToRun: 'Back to the run',
  onlyHere:
    'This diagram is too long for a link. It’s kept in this browser, and its address works only here.',
  notKept: 'This browser doesn’t store data for this page. A reload loses this diagram.',
  recent: 'Recent',
  forget: (title) => `Remove “${title}” from the list`,
  everyRow: 'Every row',
  branch: (word, label) => (label === '' ? word : `${word} ${label}`),
  otherwise: 'Skip it',
  oneAfterAnother: 'One after another',
  sideBySide: 'Side by side',
  loopOnce: (count) => (count === null ? 'Shown once' : `Shown once of ${number.format(count)}`),
  goingTo: (digits) => `Go to ${digits}`,
  theEnd: 'The end.',
  fileNotRead: 'The file couldn’t be read.',
  runFileProblems: {
    'later-run-file': 'This run was saved by a later version of Statescope.',
    'bad-run-file': 'The run in this file can’t be read: it’s incomplete or was changed.',
    'bad-scenario-file': 'The scenario in this file isn’t valid.',
  },
};
