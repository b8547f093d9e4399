/** What the lesson suggests to do now: the fault that leads to the next scene, or the next lesson at the end of this one. */
import { ArrowRight, Zap } from 'lucide-react';
import type { Scene } from '../../lessons/lesson.ts';
import { lessons } from '../../lessons/lessons.ts';
import { isOpeningRun, stepAt } from '../../player/lesson-position.ts';
import type { Player } from '../../player/player.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useGuide } from '../guide/guide-context.ts';
import { commandText } from '../operations/operate-messages.ts';
import { usePlayer, usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './lesson-bar.module.css';
import type { ShownScene } from './use-scene.ts';

export function NextStep({ scene }: { readonly scene: ShownScene }) {
  return scene.lessonPosition === 'closing' ? <NextLesson /> : <SuggestedFault />;
}

/** Given, it stops where it was done: what comes of it is for the class to say. */
function SuggestedFault() {
  const text = useText();
  const words = useLoaded(text.operating);
  const player = usePlayerStore();
  const phrasebook = usePlayer((each) => each.phrasebook);
  const scene = usePlayer(suggestedBy);
  if (scene === null || words === null) return null;
  const give = () => {
    const { lesson, dispatch } = player.getState();
    dispatch({ kind: 'open-lesson', lesson, lessonPosition: lesson.scenes.indexOf(scene) });
    const { run } = player.getState().recording;
    if (run !== null) dispatch({ kind: 'go-to', step: stepAt(run, { command: 0 }) });
  };
  const faults =
    scene.commands?.map(({ moment: _, ...payload }) => commandText(words, phrasebook, payload)) ?? [];
  const label = text.scenes.tryOut(faults);
  return (
    <button type="button" className={styles.next} data-harm title={label} onClick={give}>
      <Zap aria-hidden="true" />
      <span>{label}</span>
    </button>
  );
}

/** The next scene in which something is done to the very cluster that is on the stage; null once something was. */
function suggestedBy({ lesson, lessonPosition, recording: { run }, comparison }: Player): Scene | null {
  if (run === null || comparison !== null || !isOpeningRun(lesson, run)) return null;
  const later =
    lessonPosition === 'opening'
      ? lesson.scenes
      : lessonPosition === 'closing'
        ? []
        : lesson.scenes.slice(lessonPosition + 1);
  return later.find(({ scenario, commands = [] }) => scenario === undefined && commands.length > 0) ?? null;
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
