/** The words of the page. When those that aren't the stage's arrive, only the views that use them render. */
import type { ReactNode } from 'react';
import { TextProvider } from '../features/text-context.ts';
import type { StageText, ViewText } from '../features/view-text.ts';
import { useArrivedText } from './load-around.tsx';

interface PageTextProps {
  /** In the language that the page opens in. */
  readonly opening: StageText;
  /** In the language that the reader has chosen since. */
  readonly chosen: ViewText | null;
  readonly children: ReactNode;
}

export function PageText({ opening, chosen, children }: PageTextProps) {
  const arrived = useArrivedText();
  return (
    <TextProvider stageText={chosen ?? opening} viewText={chosen ?? arrived}>
      {children}
    </TextProvider>
  );
}
