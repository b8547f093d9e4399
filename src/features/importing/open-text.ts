/** Words of the import dialog, implemented once per language. */
import type { DiagramProblem } from '../../sequence/mermaid/mermaid-parse.ts';
import type { RunFileProblem } from '../../url/run-file.ts';
import type { Wording } from '../wording.ts';

export type OpenMessage =
  | Exclude<DiagramProblem, { kind: 'syntax' }>
  | { readonly kind: 'syntax' }
  | { readonly kind: 'syntax-in-line'; readonly line: number };

export interface OpenText {
  readonly open: string;
  readonly introduction: string;
  readonly text: string;
  readonly show: string;
  readonly chooseFile: string;
  readonly dropHere: string;
  /** Which of several diagrams of a text; and one of them, by its heading and the line where it begins. */
  readonly which: string;
  block(heading: string, line: number): string;
  readonly problems: Wording<OpenMessage>;
  /** In place of the lesson's title, for an imported diagram without a title. */
  readonly imported: string;
  readonly backToRun: string;
  readonly theEnd: string;
  readonly fileNotRead: string;
  readonly runFileProblems: Readonly<Record<RunFileProblem, string>>;
}
