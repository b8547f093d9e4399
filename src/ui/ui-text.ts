/** The words that these components show themselves. */
import { createContext } from 'react';
import { useProvided } from './use-provided.ts';

export interface UiText {
  readonly close: string;
  readonly dismiss: string;
  panelBroken(panel: string): string;
  readonly tryAgain: string;
}

const UiTextContext = createContext<UiText | null>(null);

export const UiTextProvider = UiTextContext.Provider;

export function useUiText(): UiText {
  return useProvided(UiTextContext, 'text of components');
}
