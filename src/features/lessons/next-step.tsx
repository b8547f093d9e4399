/** The lesson's suggestion: the fault that leads to the next scene, or the next lesson at the end. */
import { ArrowRight, Zap } from 'lucide-react';
import { lessons } from '../../lessons/lessons.ts';
import { suggestedScene } from '../../player/lesson-state.ts';
import { commandMessage } from '../../sequence/command-message.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useGuide } from '../guide-context.ts';
import { usePlayer, usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { worded } from '../wording.ts';
import styles from './lesson-bar.module.css';
import type { ShownScene } from './use-scene.ts';

export function NextStep({ scene }: { readonly scene: ShownScene }) {
  return scene.lessonPosition === 'closing' ? <NextLesson /> : <SuggestedFault />;
}

/** After the fault, playback stops, so that the class can predict the outcome. */
function SuggestedFault() {
  const text = useText();
  const words = useLoaded(text.operating);
  const player = usePlayerStore();
  const phrasebook = usePlayer((each) => each.phrasebook);
  const scene = usePlayer(suggestedScene);
  if (scene === null || words === null) return null;
  const give = () => {
    const { lesson, dispatch } = player.getState();
    dispatch({ kind: 'try-scene', scene: lesson.scenes.indexOf(scene) });
  };
  const faults =
    scene.commands?.map(({ moment: _, ...payload }) =>
      worded(words.commands, commandMessage(phrasebook, payload)),
    ) ?? [];
  const label = text.scenes.tryOut(counted(faults, text.scenes.times));
  return (
    <button type="button" className={styles.next} data-harm title={label} onClick={give}>
      <Zap aria-hidden="true" />
      <span>{label}</span>
    </button>
  );
}

/** Names a fault that is repeated only once, with its count. */
function counted(faults: readonly string[], times: (fault: string, count: number) => string): string[] {
  return [...new Set(faults)].map((fault) => {
    const count = faults.filter((each) => each === fault).length;
    return count === 1 ? fault : times(fault, count);
  });
}

function NextLesson() {
  const text = useText();
  const { openLesson } = useGuide();
  const lesson = usePlayer((player) => player.lesson);
  const next = lessons[lessons.indexOf(lesson) + 1];
  if (next === undefined) return null;
  return (
    <button
      type="button"
      className={styles.next}
      title={text.scenes.nextLesson(text.lessonTitle(next.id))}
      onClick={() => openLesson(next.id, 'opening')}
    >
      <span>{text.scenes.nextLesson(text.lessonTitle(next.id))}</span>
      <ArrowRight aria-hidden="true" />
    </button>
  );
}
