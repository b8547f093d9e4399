/** A caption in the words of an imported diagram's author: with bold and code, and with its addresses as links. */
import { Fragment } from 'react';
import type { Phrase } from '../sequence/phrasebook.ts';
import { piecesOf } from '../sequence/web-address.ts';
import { breakable } from '../ui/breakable.tsx';

const looks = { bold: 'strong', code: 'code' } as const;

export function AuthorsPhrase({ phrase }: { readonly phrase: Phrase }) {
  return phrase.map(({ text, tone, look }, index) => {
    const Element = look === undefined ? 'span' : looks[look];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place, and two can have the same words.
      <Element key={index} data-tone={tone}>
        <Linked text={text} />
      </Element>
    );
  });
}

/** A link is opened by a press on it only: in a new tab, which learns nothing about this page. */
function Linked({ text }: { readonly text: string }) {
  return piecesOf(text).map((piece, index) =>
    piece.address === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces keep their order.
      <Fragment key={index}>{breakable(piece.text)}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same address can come twice.
      <a key={index} href={piece.address} target="_blank" rel="noopener noreferrer">
        {breakable(piece.text)}
      </a>
    ),
  );
}
