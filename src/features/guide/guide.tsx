/** The guide, as soon as its parts have been fetched. */

import { useLoaded } from '../../ui/use-loaded.ts';
import type { GuidePlace } from '../../url/guide-link.ts';
import { guideView, pages } from './preload-page.ts';

export function Guide({ place }: { readonly place: GuidePlace }) {
  const View = useLoaded(guideView);
  if (View === null) return null;
  return (
    <View place={place}>
      <Page page={place.page} />
    </View>
  );
}

function Page({ page }: Pick<GuidePlace, 'page'>) {
  const View = useLoaded(pages[page].view);
  return View === null ? null : <View />;
}
