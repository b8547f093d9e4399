/** All scenes of the lesson, while no question is open: each is a click away. */
import { Panel } from '../../../ui/panel/panel.tsx';
import { useDispatch, usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import styles from './presenter.module.css';
import { useScenes } from './use-scenes.ts';

export function SceneCard() {
  const text = useText();
  const dispatch = useDispatch();
  const lesson = usePlayer((player) => player.lesson);
  const present = usePlayer((player) => player.lessonPosition);
  const scenes = useScenes();
  return (
    <Panel title={text.scenes.scenes} className={styles.scenesCard}>
      <ol className={styles.scenes}>
        {scenes.map(({ position, heading }) => (
          <li key={position}>
            <button
              type="button"
              aria-current={position === present ? 'step' : undefined}
              onClick={() => dispatch({ kind: 'open-lesson', lesson, lessonPosition: position })}
            >
              <span aria-hidden="true">{typeof position === 'number' && position + 1}</span>
              {heading}
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
