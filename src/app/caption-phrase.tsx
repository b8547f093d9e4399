/** A caption's words, with the glossary's terms among them as buttons once the glossary is there. */
import { afterStage } from '../features/after-stage.ts';
import type { Phrase } from '../sequence/phrasebook.ts';
import { useLoaded } from '../ui/use-loaded.ts';

/** Until the glossary is there the words are plain, and they stay so where it cannot be had. */
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
  if (Glossed !== null) return <Glossed phrase={phrase} isTabbed={isTabbed} />;
  return phrase.map(({ text, tone }) => (
    <span key={text} data-tone={tone}>
      {text}
    </span>
  ));
}
