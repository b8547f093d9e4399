/** Words of the presenter's window, implemented once per language. They load with it. */

export interface PresenterText {
  readonly title: string;
  readonly now: string;
  readonly next: string;
  readonly nothingNext: string;
  /** While a question is open. */
  readonly audienceWaits: string;
  readonly audienceSeesQuestion: string;
  /** Of the next step, which only the presenter sees. */
  readonly hidden: string;
  readonly notes: string;
  /** Of an imported diagram without notes. */
  readonly noNotes: string;
  /** Of an imported diagram that has notes at other steps. */
  readonly noNotesHere: string;
  readonly say: string;
  readonly ask: string;
  readonly answers: string;
  readonly time: string;
  readonly elapsed: string;
  readonly start: string;
  readonly pause: string;
  readonly reset: string;
  readonly servers: string;
  readonly blank: string;
  readonly inStep: string;
  readonly alone: string;
  readonly openAudience: string;
  readonly refused: string;
  readonly otherVersion: string;
  readonly notLinked: string;
}
