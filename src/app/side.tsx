/** What stands beside the stage besides the list of steps; it is fetched once the stage has been drawn. */
import { CardPanel } from '../views/cards/card-panel.tsx';
import { CoursePanel } from '../views/course/course-panel.tsx';
import { MessagePanel } from '../views/inspector/message-panel.tsx';
import { StrategiesPanel } from '../views/lesson/strategies-panel.tsx';
import { MermaidPanel } from '../views/mermaid/mermaid-panel.tsx';
import { Panel } from '../views/panel/panel.tsx';
import { usePlayer } from '../views/player-context.ts';
import { SandboxPanel } from '../views/sandbox/sandbox-panel.tsx';
import { Scoreboard } from '../views/scoreboard/scoreboard.tsx';
import { useText } from '../views/text-context.ts';
import styles from './workspace.module.css';

export function AboveSteps() {
  const text = useText();
  const isRun = usePlayer((player) => player.recording.run !== null);
  const isSandbox = usePlayer(({ lesson }) => lesson.id === 'sandbox');
  return (
    <>
      <StrategiesPanel className={styles.details} />
      {isRun && (
        <>
          {isSandbox && <SandboxPanel className={styles.build} />}
          <CardPanel className={styles.details} />
          <Panel title={text.message} className={`${styles.details} ${styles.message}`}>
            <MessagePanel />
          </Panel>
          <Panel title={text.scoreboard} className={styles.details}>
            <Scoreboard />
          </Panel>
        </>
      )}
    </>
  );
}

export function BelowSteps() {
  const isRun = usePlayer((player) => player.recording.run !== null);
  return (
    <>
      {isRun && <CoursePanel className={styles.details} />}
      <MermaidPanel className={styles.details} />
    </>
  );
}
