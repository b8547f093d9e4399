/**
 * What to say and to ask in this scene. They stay for the whole scene: before its step, after it, while a question is open,
 * and after another command.
 */

import { wordsOfIncident } from '../../../incidents/incident-words.ts';
import type { LessonId } from '../../../lessons/lesson.ts';
import { wordsOfLesson } from '../../../lessons/lesson-words.ts';
import { hasFix } from '../../../player/fix.ts';
import { fullRunStep } from '../../../player/full-run-step.ts';
import { presentScene } from '../../../player/lesson-position.ts';
import { shownStep, stopsOf } from '../../../sequence/walk-stops.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import styles from './presenter.module.css';
import type { PresenterText } from './presenter-text.ts';

export function Notes({ words }: { readonly words: PresenterText }) {
  const text = useText();
  const lesson = usePlayer((player) => player.lesson);
  const position = usePlayer((player) => player.lessonPosition);
  const isRun = usePlayer(({ recording }) => recording.run !== null);
  // The opening often shows the first scene already.
  const opened = usePlayer((player) => {
    const { run, step } = fullRunStep(player);
    return run === null ? null : presentScene(lesson, run, step);
  });
  const lessonWords = useLoaded(text.loadLessonWords);
  if (hasFix(lesson)) return <IncidentNotes id={lesson.id} words={words} />;
  if (!isRun) return <ImportedNotes words={words} />;
  if (lessonWords === null) return null;
  const { opening, closing, scenes } = wordsOfLesson(lessonWords, lesson);
  const scene =
    typeof position === 'number' ? (lesson.scenes[position] ?? null) : position === 'opening' ? opened : null;
  const sceneWords = scene === null ? undefined : scenes[scene.id];
  const heading = sceneWords?.heading ?? (position === 'closing' ? text.scenes.closing : text.scenes.opening);
  return (
    <>
      <h3>{heading}</h3>
      {sceneWords === undefined ? (
        <dl className={styles.notes}>
          <dt>{words.say}</dt>
          <dd>{position === 'closing' ? closing : opening}</dd>
        </dl>
      ) : (
        <dl className={styles.notes}>
          <dt>{words.say}</dt>
          <dd>{sceneWords.notes.say}</dd>
          <dt>{words.ask}</dt>
          <dd data-ask>{sceneWords.notes.ask}</dd>
          <dt>{words.answers}</dt>
          <dd>{sceneWords.notes.answers}</dd>
        </dl>
      )}
    </>
  );
}

function ImportedNotes({ words }: { readonly words: PresenterText }) {
  const note = usePlayer(({ recording, step }) => shownStep(recording.diagram, step)?.presenterNote);
  const hasNotes = usePlayer(({ recording }) =>
    stopsOf(recording.diagram).some(({ presenterNote }) => presenterNote !== undefined),
  );
  if (note !== undefined) return <p>{note}</p>;
  return <p className={styles.none}>{hasNotes ? words.noNotesHere : words.noNotes}</p>;
}

/** An incident has no scenes. Its story, its cause and its fix are what to say. */
function IncidentNotes({ id, words }: { readonly id: LessonId; readonly words: PresenterText }) {
  const text = useLoaded(useText().loadIncidentText);
  if (text === null) return null;
  const { story, cause, fix } = wordsOfIncident(text.words, { id });
  return (
    <dl className={styles.notes}>
      <dt>{words.say}</dt>
      <dd>{story}</dd>
      <dt>{text.cause}</dt>
      <dd>{cause}</dd>
      <dt>{text.oneFix}</dt>
      <dd>{fix}</dd>
    </dl>
  );
}
