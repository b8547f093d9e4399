/** Words of Help, implemented once per language, and lazy-loaded. */
import type { KeyAction } from './key-table.ts';

export interface HelpText {
  readonly introduction: string;
  readonly keys: string;
  readonly keyActions: Readonly<Record<KeyAction, string>>;
  readonly keysOn: string;
  readonly soundOn: string;
  /** Before the links to licences. The first leads to those of the `packages`. */
  readonly licences: string;
  readonly packages: string;
}
