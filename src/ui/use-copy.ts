/** Copies a text and confirms it. If the browser refuses, the text is selected for the reader to copy. */
import { useState } from 'react';

interface CopyText {
  readonly copied: string;
  readonly copyRefused: string;
}

interface Copying {
  /** Result of the last action; empty before. */
  readonly said: string;
  say(words: string): void;
  /** @param field Shows the text, or nearly the same. */
  copy(words: string, field: HTMLInputElement | HTMLTextAreaElement | null): Promise<void>;
}

export function useCopy({ copied, copyRefused }: CopyText): Copying {
  const [said, say] = useState('');
  const copy = async (words: string, field: HTMLInputElement | HTMLTextAreaElement | null) => {
    try {
      await navigator.clipboard.writeText(words);
      say(copied);
    } catch {
      field?.select();
      say(copyRefused);
    }
  };
  return { said, say, copy };
}
