/** The words of the presenter's own window, implemented once a language. They are fetched with it. */

export interface PresenterText {
  readonly title: string;
  readonly now: string;
  readonly next: string;
  readonly nothingNext: string;
  /** While a question is put. */
  readonly audienceWaits: string;
  readonly notes: string;
  /** There are notes for the scenes of a lesson, and none for what somebody tries out. */
  readonly noNotes: string;
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
