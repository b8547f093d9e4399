/** The caption, or the question in its place; and the same for screen readers. */
import { AskedQuestion, AskedStatus, useIsAsked } from '../features/quiz/asked.tsx';
import { Caption, StepStatus } from '../features/stage/caption.tsx';
import { CaptionPhrase } from './caption-phrase.tsx';

interface CaptionOrQuestionProps {
  /** Whether the Tab key stops at glossary terms, too. */
  readonly termsAreTabbed: boolean;
}

export function CaptionOrQuestion({ termsAreTabbed }: CaptionOrQuestionProps) {
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
