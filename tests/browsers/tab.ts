/**
 * What the flows need of a browser, over any protocol. One tab of one browser serves all flows. The browser
 * is told that its user prefers reduced motion, so that each step completes at once.
 */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Keys by the names of `KeyboardEvent.key`. */
export interface Key {
  readonly key: string;
  readonly shiftKey?: boolean;
}

export interface Tab {
  goto(address: string): Promise<void>;
  back(): Promise<void>;
  /** Runs a function in the page. It sees nothing of the file that it's written in; argument and result are JSON. */
  evaluate<Result, Argument>(
    action: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** A key of the keyboard, with the browser's own default action. */
  press(key: Key): Promise<void>;
  /** A click with the pointer, in pixels of the viewport. */
  click(x: number, y: number): Promise<void>;
  /** Sets the size of the viewport. A phone and a tablet have only one. */
  resize?(size: Size): Promise<void>;
  /** A PNG of the viewport. */
  screenshot(): Promise<Buffer>;
  /** Uncaught errors of the page since the last call. */
  errors(): readonly string[];
  close(): Promise<void>;
}
