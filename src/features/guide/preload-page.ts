/** The pages of the guide, each fetched when it is first opened. */
import type { ComponentType } from 'react';
import { type Loader, preload } from '../../ui/use-loaded.ts';
import type { GuidePage } from '../../url/guide-pages.ts';
import type { ViewText } from '../view-text.ts';
import type { GuideViewProps } from './guide-view.tsx';

export const guideView: Loader<ComponentType<GuideViewProps>> = async () =>
  (await import('./guide-view.tsx')).GuideView;

interface Page {
  readonly view: Loader<ComponentType>;
  /** What it says, where that comes with it. */
  readonly words?: (text: ViewText) => readonly Loader<unknown>[];
}

/** By name. The app says which they are: some belong to other features. */
export type GuidePages = Readonly<Record<GuidePage, Page>>;

/** Fetches a page with its words, so that it stands whole as soon as it is shown. */
export async function preloadPage(pages: GuidePages, page: GuidePage, text: ViewText): Promise<void> {
  const { view, words } = pages[page];
  await Promise.all([preload(guideView), preload(view), ...(words?.(text) ?? []).map(preload)]);
}
