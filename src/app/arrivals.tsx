/** Hands what arrives after the stage to the views that use it. Only those render then. */
import { type ReactNode, useCallback } from 'react';
import { FurtherDrawingProvider } from '../features/stage/further-context.ts';
import { TextProvider } from '../features/text-context.ts';
import type { StageText, ViewText } from '../features/view-text.ts';
import { useAroundNow, useArrived } from './load-around.tsx';

interface ArrivalsProps {
  /** In the language that the page opens in. */
  readonly opening: StageText;
  /** In the language that the reader has chosen since. */
  readonly chosen: ViewText | null;
  readonly children: ReactNode;
}

export function Arrivals({ opening, chosen, children }: ArrivalsProps) {
  const arrived = useArrived();
  const aroundNow = useAroundNow();
  const furtherDrawingNow = useCallback(() => aroundNow()?.furtherDrawing ?? null, [aroundNow]);
  return (
    <TextProvider stageText={chosen ?? opening} viewText={chosen ?? arrived?.viewText ?? null}>
      <FurtherDrawingProvider value={furtherDrawingNow}>{children}</FurtherDrawingProvider>
    </TextProvider>
  );
}
