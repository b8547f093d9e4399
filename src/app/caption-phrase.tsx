/** A caption's words, with glossary terms as buttons once the glossary has loaded. */
import { afterStage } from '../features/after-stage.ts';
import { usePlayer } from '../features/player-context.ts';
import type { Phrase } from '../sequence/phrasebook.ts';
import { useLoaded } from '../ui/use-loaded.ts';

/** The words are plain until the glossary has loaded, or if loading fails. */
const loadGlossedPhrase = afterStage(async () => {
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
  // The glossary is about this page's words, not about those of an imported diagram's author.
  const isImported = usePlayer(({ recording }) => recording.imported !== null);
  if (isImported) return <AuthorsPhrase phrase={phrase} />;
  if (Glossed !== null) return <Glossed phrase={phrase} isTabbed={isTabbed} />;
  return phrase.map(({ text, tone }) => (
    <span key={text} data-tone={tone}>
      {text}
    </span>
  ));
}

const looks = { bold: 'strong', code: 'code' } as const;

function AuthorsPhrase({ phrase }: Pick<CaptionPhraseProps, 'phrase'>) {
  return phrase.map(({ text, tone, look }, index) => {
    const Element = look === undefined ? 'span' : looks[look];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place, and two can have the same words.
      <Element key={index} data-tone={tone}>
        {text}
      </Element>
    );
  });
}
