/** Loads the parts around the stage, with their words. */
import { type ComponentType, createContext, useCallback, useContext } from 'react';
import { isViewText, WithViewText } from '../features/text-context.ts';
import type { StageText, ViewText } from '../features/view-text.ts';
import { loadViewText } from '../locales/languages.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { type Loader, partOf, preload, useFetched, useLoaded } from '../ui/use-loaded.ts';
import type { GuidePage } from '../url/guide-pages.ts';
import type { LanguageId } from '../url/languages.ts';

type Parts = typeof import('./around.tsx').parts;

export interface Around {
  readonly parts: Parts;
  /** In the language that the page opens in. */
  readonly viewText: ViewText;
}

/**
 * For the page's life.
 *
 * @param isShownLater Whether the stage is shown without them first.
 */
export function createAroundLoader(language: LanguageId, isShownLater: boolean): Loader<Around> {
  const load = async () => {
    const [{ parts }, viewText] = await Promise.all([import('./around.tsx'), loadViewText(language)]);
    return { parts, viewText };
  };
  return isShownLater ? afterPaint(load) : load;
}

const LoaderContext = createContext<Loader<Around>>(() => Promise.reject(new Error('Nothing is around.')));

export const AroundLoaderProvider = LoaderContext.Provider;

/** Null until it has loaded, or if it can't be loaded. */
export function useArrived(): Around | null {
  return useFetched(useContext(LoaderContext));
}

/** For what is read when it's needed. Its arrival renders nothing. */
export function useAroundNow(): () => Parts | null {
  const load = useContext(LoaderContext);
  return useCallback(() => partOf(load)?.parts ?? null, [load]);
}

/**
 * Loads a page of the guide with its words, once the parts around the stage are there.
 *
 * @param text In the language of the words.
 * @returns Whether all of it could be loaded. The same function for the same text.
 */
export function useGuidePageLoader(text: StageText): (page: GuidePage) => Promise<boolean> {
  const load = useContext(LoaderContext);
  return useCallback(
    async (page) => {
      await preload(load);
      const loaded = partOf(load);
      if (loaded === null) return false;
      return loaded.parts.preloadGuidePage(page, isViewText(text) ? text : loaded.viewText);
    },
    [load, text],
  );
}

/**
 * The parts; null until they have loaded.
 *
 * @throws When loading fails. The next render retries.
 */
export function useAround(): Parts | null {
  return useLoaded(useContext(LoaderContext))?.parts ?? null;
}

/**
 * A part that shows nothing until it has loaded, nor if it can't be loaded. The header's place says so then, and a later
 * render shows the part.
 */
export function around<Props extends object>(
  viewIn: (parts: Parts) => ComponentType<Props>,
): ComponentType<Props> {
  return function Part(props) {
    const loaded = useArrived();
    if (loaded === null) return null;
    const View = viewIn(loaded.parts);
    return (
      <WithViewText>
        <View {...props} />
      </WithViewText>
    );
  };
}
