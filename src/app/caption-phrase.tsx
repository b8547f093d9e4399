/** A caption's words, with glossary terms as buttons once the glossary has loaded. */

import { usePlayer } from '../features/player-context.ts';
import { useHasViewText } from '../features/text-context.ts';
import type { Phrase } from '../sequence/phrasebook.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { useLoaded } from '../ui/use-loaded.ts';

/** The words are plain until the glossary has loaded, or if loading fails. */
const loadGlossedPhrase = afterPaint(async () => {
  try {
    return (await import('../features/guide/glossary/glossed-phrase.tsx')).GlossedPhrase;
  } catch {
    return null;
  }
});

interface CaptionPhraseProps {
  readonly phrase: Phrase;
  /** Whether the Tab key stops at terms, too. */
  readonly isTabbed: boolean;
}

export function CaptionPhrase({ phrase, isTabbed }: CaptionPhraseProps) {
  const Glossed = useLoaded(loadGlossedPhrase);
  const hasText = useHasViewText();
  // The glossary is about this page's words, not about those of an imported diagram's author.
  const isImported = usePlayer(({ recording }) => recording.imported !== null);
  if (isImported) return <ImportedPhrase phrase={phrase} />;
  if (Glossed !== null && hasText) return <Glossed phrase={phrase} isTabbed={isTabbed} />;
  return <PlainPhrase phrase={phrase} />;
}

/** Its words are plain until the rest has loaded. */
const loadAuthorsPhrase = async () => {
  try {
    return (await import('./authors-phrase.tsx')).AuthorsPhrase;
  } catch {
    return null;
  }
};

function ImportedPhrase({ phrase }: Pick<CaptionPhraseProps, 'phrase'>) {
  const AuthorsPhrase = useLoaded(loadAuthorsPhrase);
  return AuthorsPhrase === null ? <PlainPhrase phrase={phrase} /> : <AuthorsPhrase phrase={phrase} />;
}

function PlainPhrase({ phrase }: Pick<CaptionPhraseProps, 'phrase'>) {
  return phrase.map(({ text, tone }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place, and two can have the same words.
    <span key={index} data-tone={tone}>
      {text}
    </span>
  ));
}
