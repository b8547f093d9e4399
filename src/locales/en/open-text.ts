/** Bringing something into the page, in English. */
import type { OpenText } from '../../features/importing/open-text.ts';
import { number } from './words.ts';

export const openText: OpenText = {
  open: 'Open',
  introduction:
    'Paste a Mermaid sequence diagram, or Markdown that contains one, or drop a file anywhere on the page. Saved runs open the same way.',
  text: 'Mermaid or Markdown',
  show: 'Show diagram',
  chooseFile: 'Choose a file',
  dropHere: 'Drop it to open it',
  which: 'Which diagram',
  block: (heading, line) =>
    heading === '' ? `From line ${number.format(line)}` : `${heading} (line ${number.format(line)})`,
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
};
