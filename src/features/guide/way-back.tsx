/** Leads from a run on the stage to the page that has opened it. */
import { ChevronLeft } from 'lucide-react';
import { type OpenedFrom, useGuide } from '../guide-context.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './way-back.module.css';

export function WayBack({ from: { place, scenario } }: { readonly from: OpenedFrom }) {
  const { go } = useGuide();
  const { guide } = useText();
  // Another run on the stage came from elsewhere.
  const isShown = usePlayer(({ recording }) => recording.run?.scenario === scenario);
  if (!isShown) return null;
  return (
    <button type="button" className={styles.back} onClick={() => go(place)}>
      <ChevronLeft aria-hidden="true" />
      {guide.pageNames[place.page]}
    </button>
  );
}
