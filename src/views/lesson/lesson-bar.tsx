/** What the lesson says now, and the way through it. Its room is there before its words are. */
import { afterStage } from '../after-stage.ts';
import { FaultBoundary } from '../panel/panel.tsx';
import { useText } from '../text-context.ts';
import { useLoaded } from '../use-loaded.ts';
import styles from './lesson-bar.module.css';

const loadScenes = afterStage(async () => (await import('./scenes.tsx')).Scenes);

export function LessonBar() {
  const { lesson } = useText();
  return (
    <section className={styles.bar} aria-label={lesson} data-lesson>
      <FaultBoundary name={lesson}>
        <Loaded />
      </FaultBoundary>
    </section>
  );
}

function Loaded() {
  const Scenes = useLoaded(loadScenes);
  return Scenes === null ? null : <Scenes />;
}
