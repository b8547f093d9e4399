/** The guide, once its chunks have loaded. */

import { useLoaded } from '../../ui/use-loaded.ts';
import type { GuideLocation } from '../../url/guide-pages.ts';
import { type GuidePages, guideView } from './preload-page.ts';

interface GuideProps {
  readonly pages: GuidePages;
  readonly place: GuideLocation;
  readonly hasHeader: boolean;
}

export function Guide({ pages, place, hasHeader }: GuideProps) {
  const View = useLoaded(guideView);
  if (View === null) return null;
  return (
    <View place={place} hasHeader={hasHeader}>
      <Page pages={pages} page={place.page} />
    </View>
  );
}

interface PageProps {
  readonly pages: GuidePages;
  readonly page: GuideLocation['page'];
}

function Page({ pages, page }: PageProps) {
  const View = useLoaded(pages[page].view);
  return View === null ? null : <View />;
}
