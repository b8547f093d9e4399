/** Words of the import dialog, implemented once per language. */

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
  /** In place of the lesson's title, for an imported diagram without a title. */
  readonly imported: string;
  readonly backToRun: string;
  /** For a diagram that is too long for a link, and for one that the browser can't keep either. */
  readonly onlyHere: string;
  readonly notKept: string;
  /** Diagrams that were opened last, and how to take one out of the list. */
  readonly recent: string;
  forget(title: string): string;
  /** Switch: notes and headings of frames as steps of their own. */
  readonly everyRow: string;
  /** Ways through a frame with alternatives. */
  branch(word: string, label: string): string;
  readonly otherwise: string;
  readonly oneAfterAnother: string;
  readonly sideBySide: string;
  /** For a loop, by the count that its label names. */
  loopOnce(count: number | null): string;
  /** The number of a step that is being typed. */
  goingTo(digits: string): string;
}
