/**
 * The lesson's present words, and navigation through its scenes. Its space is reserved before its words have loaded.
 */

import { afterPaint } from '../../ui/after-paint.ts';
import { FaultBoundary } from '../../ui/panel/panel.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useStageText } from '../text-context.ts';
import { WithPhrasebook } from '../with-phrasebook.tsx';
import styles from './lesson-bar.module.css';

const loadScenes = afterPaint(async () => (await import('./scenes.tsx')).Scenes);

export function LessonBar() {
  const { lesson } = useStageText();
  return (
    <section className={styles.bar} aria-label={lesson} data-lesson>
      <FaultBoundary name={lesson}>
        <Loaded name={lesson} />
      </FaultBoundary>
    </section>
  );
}

function Loaded({ name }: { readonly name: string }) {
  const Scenes = useLoaded(loadScenes);
  if (Scenes === null) return null;
  return (
    <WithPhrasebook name={name}>
      <Scenes />
    </WithPhrasebook>
  );
}
