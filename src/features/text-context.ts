/** Hands the interface's words to the views. */
import { createContext, useContext } from 'react';
import type { ViewText } from './view-text.ts';

const TextContext = createContext<ViewText | null>(null);

export const TextProvider = TextContext.Provider;

export function useText(): ViewText {
  const text = useContext(TextContext);
  if (text === null) throw new Error('There is no TextProvider around this view.');
  return text;
}
