/** Provides the interface's words to the views, and the components of `ui` with theirs. */
import { createContext, createElement, type ReactNode } from 'react';
import { UiTextProvider } from '../ui/ui-text.ts';
import { useProvided } from '../ui/use-provided.ts';
import type { StageText, ViewText } from './view-text.ts';

const TextContext = createContext<StageText | null>(null);

interface TextProviderProps {
  /** A `ViewText` once that has loaded. */
  readonly value: StageText;
  readonly children?: ReactNode;
}

export function TextProvider({ value, children }: TextProviderProps) {
  return createElement(TextContext, { value }, createElement(UiTextProvider, { value }, children));
}

/** The words that are there from the start. */
export function useStageText(): StageText {
  return useProvided(TextContext, 'text');
}

/** @throws Before all words are there. Views that are shown earlier are inside `WithViewText` or `WithPhrasebook`. */
export function useText(): ViewText {
  const text = useStageText();
  if (!isViewText(text)) throw new Error('The words of this view have not loaded yet.');
  return text;
}

/** Renders nothing until all words are there. */
export function WithViewText({ children }: { readonly children: ReactNode }): ReactNode {
  return useHasViewText() ? children : null;
}

export function useHasViewText(): boolean {
  return isViewText(useStageText());
}

export function isViewText(text: StageText): text is ViewText {
  return 'lessonTitle' in text;
}
