/** What happened: the story, the topology, the configuration with the line that decides, and the public reports. */
import { ExternalLink } from 'lucide-react';
import type { Incident } from '../../incidents/incident.ts';
import { wordsOfIncident } from '../../incidents/incident-words.ts';
import { incidentIn, incidents } from '../../incidents/incidents.ts';
import { type FixSide, sideOf } from '../../player/fix.ts';
import { FaultBoundary, Panel } from '../../ui/panel/panel.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { ConfigurationView } from './configuration.tsx';
import styles from './incident-story.module.css';
import type { IncidentText } from './incident-text.ts';
import { Topology } from './topology.tsx';

export interface IncidentStoryProps {
  readonly className?: string | undefined;
  /** Where there's no room for it below the stage. */
  readonly hasCause: boolean;
}

export function IncidentStory({ className = '', hasCause }: IncidentStoryProps) {
  const text = useLoaded(useText().loadIncidentText);
  const incident = usePlayer(({ lesson }) => incidentIn(lesson));
  const side = usePlayer(({ lesson, recording: { run } }) =>
    run === null ? null : sideOf(lesson, run.scenario),
  );
  if (text === null || incident === undefined || side === null) return null;
  return (
    <div className={`${styles.story} ${className}`} data-incident-story>
      <FaultBoundary key={incident.id} name={text.incident}>
        <Story incident={incident} text={text} />
        {hasCause && <IncidentCause />}
        <Parts incident={incident} text={text} side={side} />
      </FaultBoundary>
    </div>
  );
}

interface PartProps {
  readonly incident: Incident;
  readonly text: IncidentText;
}

function Story({ incident, text }: PartProps) {
  const { lessonTitle } = useText();
  const ordinal = incidents.indexOf(incident) + 1;
  return (
    <section className={styles.card} aria-label={text.incident}>
      <p className={styles.kind}>
        {text.incident} {ordinal} · {text.groups[incident.group]}
      </p>
      <h2 className={styles.title}>{lessonTitle(incident.id)}</h2>
      <p className={styles.words}>{wordsOfIncident(text.words, incident).story}</p>
    </section>
  );
}

/** Why it happened. Below the stage, where there's room. */
export function IncidentCause() {
  const text = useLoaded(useText().loadIncidentText);
  const incident = usePlayer(({ lesson }) => incidentIn(lesson));
  if (text === null || incident === undefined) return null;
  return (
    <Panel title={text.cause} className={styles.cause}>
      <p className={styles.words}>{wordsOfIncident(text.words, incident).cause}</p>
    </Panel>
  );
}

function Parts({ incident, text, side }: PartProps & { readonly side: FixSide }) {
  return (
    <>
      <Panel title={text.topology}>
        <Topology incident={incident} side={side} text={text} />
      </Panel>
      <Panel title={text.configuration}>
        <ConfigurationView configuration={incident.configuration} side={side} text={text} />
      </Panel>
      <Panel title={text.reports}>
        <ul className={styles.reports} lang="en">
          {incident.reports.map(({ name, url, year }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {name}
                <ExternalLink aria-hidden="true" />
              </a>{' '}
              <span>{year}</span>
            </li>
          ))}
        </ul>
        <p className={styles.replayed}>{wordsOfIncident(text.words, incident).replayed}</p>
      </Panel>
    </>
  );
}
