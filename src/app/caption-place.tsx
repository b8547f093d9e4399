/** The caption, or the question that is put in its place; and the same for those who listen. */
import { AskedQuestion, AskedStatus, useIsAsked } from '../features/quiz/asked.tsx';
import { Caption, StepStatus } from '../features/stage/caption.tsx';
import { CaptionPhrase } from './caption-phrase.tsx';

interface CaptionPlaceProps {
  /** Whether the Tab key stops at the glossary's terms, too. */
  readonly termsAreTabbed: boolean;
}

export function CaptionPlace({ termsAreTabbed }: CaptionPlaceProps) {
  const isAsked = useIsAsked();
  return (
    <>
      {isAsked ? (
        <AskedQuestion />
      ) : (
        <Caption renderPhrase={(phrase) => <CaptionPhrase phrase={phrase} isTabbed={termsAreTabbed} />} />
      )}
      <StepStatus question={isAsked ? <AskedStatus /> : null} />
    </>
  );
}
