/** What a query key is, and the kinds of values that keys have. */
import { excerpt, type Problem, type ProblemWithValue } from './problem.ts';

/**
 * - `run`: what is shown, and where in it.
 * - `reader`: a person's own choices. They stay when another run is opened.
 * - `presentation`: how this window shows the run. Cleared when another run is opened.
 */
export type Owner = 'run' | 'reader' | 'presentation';

type Parsed<Value> = { readonly value: Value } | { readonly problem: Problem };

interface Codec<Value> {
  /** @param text Any text at all, already decoded from its percent escapes. Never throws. */
  parse(text: string): Parsed<Value>;
  format(value: Value): string;
  /** All texts that it accepts, where they can be listed. */
  readonly choices?: readonly string[];
}

interface Traits {
  readonly owner: Owner;
  /** Whether the link in Share includes it. */
  readonly isShared: boolean;
  /** Older spellings of the name. They are read, and never written. */
  readonly aliases?: readonly string[];
}

export interface QueryKey<Value> extends Codec<Value>, Traits {}

export function key<Value>(codec: Codec<Value>, traits: Traits): QueryKey<Value> {
  return { ...codec, ...traits };
}

/** Only its presence counts: `?present`, `?present=` and `?present=1` are the same. */
export const flag: Codec<boolean> = { parse: () => ({ value: true }), format: () => '' };

export const anyText: Codec<string> = { parse: (text) => ({ value: text }), format: (text) => text };

export function oneOf<Choice extends string>(
  choices: readonly Choice[],
  kind: ProblemWithValue['kind'],
): Codec<Choice> {
  return {
    choices,
    parse: (text) => {
      const value = choices.find((each) => each === text);
      return value === undefined ? { problem: { kind, value: excerpt(text) } } : { value };
    },
    format: (value) => value,
  };
}

/** Decimal digits without a sign. */
export function digits(charactersMax: number, kind: ProblemWithValue['kind']): Codec<number> {
  return {
    parse: (text) =>
      /^\d+$/.test(text) && text.length <= charactersMax
        ? { value: Number(text) }
        : { problem: { kind, value: excerpt(text) } },
    format: String,
  };
}
