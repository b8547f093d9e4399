/** Text whose long words, such as addresses and qualified names, are broken at a separator, and only if a line is too short. */
import type { CSSProperties, ReactNode } from 'react';

/** After a separator, or before a capital letter. */
const JOINT = /[/?&=.,:;_)\]}-]|[a-z\d](?=[A-Z])/g;
/** Longer words don't fit into a line anyway. */
const LINE_CHARACTERS = 48;
/** A box of its own goes to the next line first. */
const whole: CSSProperties = { display: 'inline-block', maxWidth: '100%', textDecoration: 'inherit' };

/** @param isKept Which words are never broken if they fit into a line. */
export function breakable(text: string, isKept = isLong): ReactNode {
  const parts: ReactNode[] = [];
  // The words between two such words are one text: a browser takes its time for each.
  let plain = '';
  for (const word of text.split(/(\s+)/)) {
    if (!isKept(word)) {
      plain += word;
      continue;
    }
    parts.push(
      plain,
      <span key={parts.length} style={word.length > LINE_CHARACTERS ? undefined : whole}>
        {withBreaks(word)}
      </span>,
    );
    plain = '';
  }
  return [...parts, plain];
}

function isLong(word: string): boolean {
  return word.length > 24;
}

function withBreaks(word: string): ReactNode {
  return (
    word
      .replace(JOINT, '$&\u200b')
      .split('\u200b')
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces keep their order.
      .flatMap((piece, index) => (index === 0 ? piece : [<wbr key={index} />, piece]))
  );
}
