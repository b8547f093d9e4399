/** What to say and to ask at this point of the lesson. */

import { wordsOfScene } from '../../../lessons/lesson-words.ts';
import { presentScene } from '../../../player/lesson-position.ts';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import styles from './presenter.module.css';
import type { PresenterText } from './presenter-text.ts';

export function Notes({ words }: { readonly words: PresenterText }) {
  const lesson = usePlayer((player) => player.lesson);
  const scene = usePlayer(({ lesson: present, recording, step }) =>
    recording.run === null ? null : presentScene(present, recording.run, step),
  );
  const lessonWords = useLoaded(useText().loadLessonWords);
  if (lessonWords === null) return null;
  if (scene === null) return <p className={styles.none}>{words.noNotes}</p>;
  const { heading, notes } = wordsOfScene(lessonWords, lesson, scene);
  return (
    <>
      <h3>{heading}</h3>
      <dl className={styles.notes}>
        <dt>{words.say}</dt>
        <dd>{notes.say}</dd>
        <dt>{words.ask}</dt>
        <dd>{notes.ask}</dd>
        <dt>{words.answers}</dt>
        <dd>{notes.answers}</dd>
      </dl>
    </>
  );
}
