/** Loads the parts around the stage, with their words. */
import { type ComponentType, createContext, useContext } from 'react';
import { WithViewText } from '../features/text-context.ts';
import type { ViewText } from '../features/view-text.ts';
import { loadViewText } from '../locales/languages.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { type Loader, useFetched, useLoaded } from '../ui/use-loaded.ts';
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

/** All words, in the language that the page opens in; null until they have loaded, or if they can't be loaded. */
export function useArrivedText(): ViewText | null {
  return useFetched(useContext(LoaderContext))?.viewText ?? null;
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
    const loaded = useFetched(useContext(LoaderContext));
    if (loaded === null) return null;
    const View = viewIn(loaded.parts);
    return (
      <WithViewText>
        <View {...props} />
      </WithViewText>
    );
  };
}
