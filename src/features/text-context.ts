/** Provides the interface's words to the views, and the components of `ui` with theirs. */
import { createContext, createElement, type ReactNode, useContext } from 'react';
import { UiTextProvider } from '../ui/ui-text.ts';
import { useProvided } from '../ui/use-provided.ts';
import type { StageText, ViewText } from './view-text.ts';

const StageTextContext = createContext<StageText | null>(null);

/** Apart from the stage's, so that the views of the stage don't render again when the rest of the words arrives. */
const ViewTextContext = createContext<ViewText | null>(null);

interface TextProviderProps {
  readonly stageText: StageText;
  /** Null until they have loaded. */
  readonly viewText: ViewText | null;
  readonly children?: ReactNode;
}

export function TextProvider({ stageText, viewText, children }: TextProviderProps) {
  const all = createElement(ViewTextContext, { value: viewText }, children);
  return createElement(
    StageTextContext,
    { value: stageText },
    createElement(UiTextProvider, { value: stageText }, all),
  );
}

/** The words that are there from the start. */
export function useStageText(): StageText {
  return useProvided(StageTextContext, 'text');
}

/** @throws Before all words are there. Views that are shown earlier are inside `WithViewText` or `WithPhrasebook`. */
export function useText(): ViewText {
  return useProvided(ViewTextContext, 'text of all views');
}

/** Renders nothing until all words are there. */
export function WithViewText({ children }: { readonly children: ReactNode }): ReactNode {
  return useHasViewText() ? children : null;
}

export function useHasViewText(): boolean {
  return useContext(ViewTextContext) !== null;
}

export function isViewText(text: StageText): text is ViewText {
  return 'lessonTitle' in text;
}
