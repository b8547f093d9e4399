/** The pages of the guide, each lazy-loaded. */
import type { ComponentType } from 'react';
import { type Loader, preload } from '../../ui/use-loaded.ts';
import type { GuidePage } from '../../url/guide-pages.ts';
import type { ViewText } from '../view-text.ts';
import type { GuideViewProps } from './guide-view.tsx';

export const guideView: Loader<ComponentType<GuideViewProps>> = async () =>
  (await import('./guide-view.tsx')).GuideView;

interface Page {
  readonly view: Loader<ComponentType>;
  /** Loader of the page's words, where they're separate. */
  readonly words?: (text: ViewText) => readonly Loader<unknown>[];
}

/** By name. The app provides them, because some belong to other features. */
export type GuidePages = Readonly<Record<GuidePage, Page>>;

/**
 * Loads a page with its words, so that it renders complete.
 *
 * @returns Whether all of it is loaded.
 */
export async function preloadPage(pages: GuidePages, page: GuidePage, text: ViewText): Promise<boolean> {
  const { view, words } = pages[page];
  const loads = [guideView, view, ...(words?.(text) ?? [])];
  return (await Promise.all(loads.map(preload))).every(Boolean);
}
