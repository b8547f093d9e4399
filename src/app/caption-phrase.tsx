/** A caption's words, with glossary terms as buttons once the glossary has loaded. */
import { afterStage } from '../features/after-stage.ts';
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
  if (Glossed !== null) return <Glossed phrase={phrase} isTabbed={isTabbed} />;
  return phrase.map(({ text, tone }) => (
    <span key={text} data-tone={tone}>
      {text}
    </span>
  ));
}
