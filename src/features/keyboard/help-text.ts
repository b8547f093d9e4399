/** The words of Help, implemented once a language. They are fetched when it is first opened. */
import type { KeyAction } from './key-table.ts';

export interface HelpText {
  readonly introduction: string;
  readonly keys: string;
  readonly keyActions: Readonly<Record<KeyAction, string>>;
  readonly keysOn: string;
  readonly soundOn: string;
}
