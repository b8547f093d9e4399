/** Words for opening recordings and PlantUML, implemented once per language, and lazy-loaded. */
import type { DiagramProblem } from '../../sequence/mermaid/mermaid-parse.ts';
import type { CaptureProblem } from '../../sequence/recorded/capture.ts';
import type { RecordedWords } from '../../sequence/recorded/recorded-words.ts';
import type { RunFileProblem } from '../../url/run-file.ts';
import type { Wording } from '../wording.ts';

export type OpenMessage =
  | Exclude<DiagramProblem, { kind: 'syntax' | 'too-nested' }>
  | { readonly kind: 'syntax' }
  | { readonly kind: 'syntax-in-line'; readonly line: number }
  | { readonly kind: 'too-nested'; readonly nestedMax: number }
  | { readonly kind: 'too-nested-in-line'; readonly line: number; readonly nestedMax: number };

export interface RecordedText {
  /** The words on the diagram. */
  readonly words: RecordedWords;

  /** In the import dialog, below the introduction. */
  readonly alsoOpens: string;
  /** Why a diagram under Recent can't be opened. */
  readonly recentProblems: Readonly<
    Record<'diagram-not-here' | 'bad-diagram' | 'later-version', (title: string) => string>
  >;
  readonly reading: string;
  /** While pasted text is read. */
  readonly readingText: string;
  readonly cancel: string;
  readonly staysHere: string;
  readonly problems: Wording<CaptureProblem>;
  readonly kinds: string;
  /** Hosts of a HAR file, and services of a trace. */
  readonly hosts: string;
  readonly services: string;
  /** A choice and how many requests it has. */
  option(name: string, count: number): string;
  chosen(count: number, all: number): string;
  /** For more requests than a diagram can have. */
  isCut(max: number): string;
  skipped(count: number): string;
  /** For a HAR file that was saved without cookies and authorization headers. */
  readonly noCredentials: string;
  readonly showValues: string;
  readonly valuesShown: string;
  readonly show: string;
  readonly otherFile: string;

  /** Above a list of lines. */
  notUnderstood(count: number): string;
  lineOf(line: number, text: string): string;
  moreLines(count: number): string;
  readonly showAnyway: string;
  readonly nothingInPlantUml: string;
  /** Why a text can't be opened. */
  readonly textProblems: Wording<OpenMessage>;
  readonly fileNotRead: string;
  /** For a text that was read, and at which the page then fails. */
  readonly notShown: string;
  readonly runFileProblems: Readonly<Record<RunFileProblem, string>>;
}
