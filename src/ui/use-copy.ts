/** Copies a text, and says that it did; where the browser refuses, the text is selected for the reader to copy. */
import { useState } from 'react';

interface CopyText {
  readonly copied: string;
  readonly copyRefused: string;
}

interface Copying {
  /** What came of the last thing that was done; empty before. */
  readonly said: string;
  say(words: string): void;
  /** @param field What shows the text, or much the same. */
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
