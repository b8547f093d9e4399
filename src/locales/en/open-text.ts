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
  problem(problem) {
    switch (problem.kind) {
      case 'too-large':
        return `This has ${number.format(problem.characters)} characters. Up to ${number.format(problem.charactersMax)} can be opened.`;
      case 'not-a-sequence-diagram':
        return `This begins with “${problem.word}”. Only Mermaid’s sequence diagrams can be stepped through; they begin with “sequenceDiagram”.`;
      case 'nothing-in-it':
        return 'There is no message, note or frame in it to step through.';
      case 'syntax':
        return problem.line === null
          ? 'Mermaid cannot read this:'
          : `Mermaid cannot read line ${number.format(problem.line)}:`;
      case 'mermaid-not-loaded':
        return 'Mermaid could not be loaded. Everything else goes on; please try again.';
      default:
        throw new Error(`Unknown problem ${problem satisfies never}`);
    }
  },
  imported: 'A diagram of your own',
  backToRun: 'Back to the run',
  theEnd: 'The end.',
  fileNotRead: 'The file could not be read.',
  runFileProblem: (problem) =>
    problem === 'later-run-file'
      ? 'This run was saved by a later version of Statescope.'
      : 'The run in this file cannot be read: it was cut off or changed.',
};
