/** The column beside the stage, except the list of steps. Loaded after the first paint. */
import { CardPanel } from '../features/guide/cards/card-panel.tsx';
import { IncidentPanel } from '../features/incidents/incident-panel.tsx';
import { IncidentStory } from '../features/incidents/incident-story.tsx';
import { MessagePanel } from '../features/inspector/message-panel.tsx';
import { StrategiesPanel } from '../features/lessons/strategies-panel.tsx';
import { MermaidPanel } from '../features/mermaid/mermaid-panel.tsx';
import { Scoreboard } from '../features/metrics/scoreboard.tsx';
import { TrendsPanel } from '../features/metrics/trends-panel.tsx';
import { usePlayer } from '../features/player-context.ts';
import { SandboxPanel } from '../features/sandbox/sandbox-panel.tsx';
import { useText } from '../features/text-context.ts';
import { hasFix } from '../player/fix.ts';
import { Panel } from '../ui/panel/panel.tsx';
import { WIDE_INCIDENT } from './incident-media.ts';
import { useMediaQuery } from './use-media-query.ts';
import styles from './workspace.module.css';

export function AboveSteps() {
  const text = useText();
  const isRun = usePlayer((player) => player.recording.run !== null);
  const isSandbox = usePlayer(({ lesson }) => lesson.panel === 'builder');
  const isIncident = usePlayer(({ lesson, recording }) => hasFix(lesson) && recording.run !== null);
  const hasStoryBeside = useMediaQuery(WIDE_INCIDENT);
  return (
    <>
      {isIncident && (
        <>
          {!hasStoryBeside && <IncidentStory hasCause className={styles.details} />}
          <IncidentPanel className={styles.details} />
        </>
      )}
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
      {isRun && <TrendsPanel className={styles.details} />}
      <MermaidPanel className={styles.details} />
    </>
  );
}
