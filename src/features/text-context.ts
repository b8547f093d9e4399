/** Provides the interface's words to the views, and the components of `ui` with theirs. */
import { createContext, createElement, type ReactNode } from 'react';
import { UiTextProvider } from '../ui/ui-text.ts';
import { useProvided } from '../ui/use-provided.ts';
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
  return useProvided(TextContext, 'text');
}
