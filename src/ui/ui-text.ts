/** The few words that the components here say themselves. */
import { createContext, useContext } from 'react';

export interface UiText {
  readonly close: string;
  readonly dismiss: string;
  panelBroken(panel: string): string;
  readonly tryAgain: string;
}

const UiTextContext = createContext<UiText | null>(null);

export const UiTextProvider = UiTextContext.Provider;

export function useUiText(): UiText {
  const text = useContext(UiTextContext);
  if (text === null) throw new Error('There is no UiTextProvider around this component.');
  return text;
}
