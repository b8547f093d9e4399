/** Hands the interface's words to the views, and to the components of `ui` those that they say themselves. */
import { createContext, createElement, type ReactNode, useContext } from 'react';
import { UiTextProvider } from '../ui/ui-text.ts';
import type { ViewText } from './view-text.ts';

const TextContext = createContext<ViewText | null>(null);

interface TextProviderProps {
  readonly value: ViewText;
  readonly children?: ReactNode;
}

export function TextProvider({ value, children }: TextProviderProps) {
  return createElement(TextContext, { value }, createElement(UiTextProvider, { value }, children));
}

export function useText(): ViewText {
  const text = useContext(TextContext);
  if (text === null) throw new Error('There is no TextProvider around this view.');
  return text;
}
