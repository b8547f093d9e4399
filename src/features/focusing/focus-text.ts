/** Words for what is shown of a diagram or a run, implemented once per language. They load with the views that use them. */

export interface FocusText {
  /** Look at one participant, or at all of them alike again. */
  readonly focus: string;
  readonly leaveFocus: string;
  readonly hide: string;
  /** Nothing would be left. */
  readonly cannotHide: string;
  readonly showEverything: string;
  /** Frames by their keyword and label. */
  fold(heading: string): string;
  unfold(heading: string): string;
  /** What is missing on the stage. */
  hidden(participants: number): string;
  /** Of a run: steps of hidden participants. */
  passedOver(steps: number): string;
  folded(frames: number): string;
  focused(name: string): string;
  /** Switch: messages are drawn aslant, from departure to arrival. */
  readonly transit: string;
  readonly links: string;
  /** The link's own label, and where it leads. */
  readonly opensInNewTab: string;
  /** Beside an address that isn't opened. */
  readonly onlyHttps: string;
}
