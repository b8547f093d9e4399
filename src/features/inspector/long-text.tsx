/** Text of any length. A long one is collapsed to its beginning. */
import { useState } from 'react';
import type { InspectText } from './inspect-text.ts';
import styles from './inspector.module.css';

/** More is rarely read, and laying out a hundred thousand characters takes longer than a step. */
const SHOWN = 2_000;

export function LongText({ text, words }: { readonly text: string; readonly words: InspectText }) {
  const [whole, setWhole] = useState<string | null>(null);
  const isShort = text.length <= SHOWN || whole === text;
  return (
    <>
      <pre className={styles.text} lang="en" dir="auto">
        {isShort ? text : `${text.slice(0, SHOWN)} …`}
      </pre>
      {!isShort && (
        <button type="button" className={styles.link} onClick={() => setWhole(text)}>
          {words.showAll(text.length)}
        </button>
      )}
    </>
  );
}
