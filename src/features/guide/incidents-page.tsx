/** All incidents by kind, to search, and to open with one click. */
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { type Incident, incidentGroups } from '../../incidents/incident.ts';
import { wordsOfIncident } from '../../incidents/incident-words.ts';
import { incidents } from '../../incidents/incidents.ts';
import { followed } from '../../ui/followed.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { incidentAddress } from '../../url/lesson-address.ts';
import { pageSearch } from '../../url/page-address.ts';
import { useGuide } from '../guide-context.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './incidents-page.module.css';
import { isFound } from './search.ts';
import { SearchField } from './search-field.tsx';

export function IncidentsPage() {
  const { lessonTitle, loadIncidentText } = useText();
  const text = useLoaded(loadIncidentText);
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query);
  if (text === null) return null;
  const found = incidents.filter((incident) => {
    const { story, cause, fix } = wordsOfIncident(text.words, incident);
    const names = incident.reports.map(({ name }) => name);
    const title = lessonTitle(incident.id);
    return isFound(wanted, [title, story, cause, fix, ...names, ...Object.values(incident.stack)]);
  });
  return (
    <>
      <SearchField label={text.search} query={query} found={text.count(found.length)} onQuery={setQuery} />
      {found.length === 0 && <p className={styles.nothing}>{text.nothingFound(wanted)}</p>}
      {incidentGroups.map((group) => {
        const ofGroup = found.filter((incident) => incident.group === group);
        return (
          ofGroup.length > 0 && (
            <section key={group} aria-labelledby={`incidents-${group}`}>
              <h3 className={styles.group} id={`incidents-${group}`}>
                {text.groups[group]}
              </h3>
              <ul className={styles.incidents}>
                {ofGroup.map((incident) => (
                  <Choice key={incident.id} incident={incident} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function Choice({ incident }: { readonly incident: Incident }) {
  const { lessonTitle, loadIncidentText } = useText();
  const words = useLoaded(loadIncidentText)?.words;
  const { openLesson, place } = useGuide();
  const isPresent = usePlayer((player) => player.lesson === incident);
  const isMeant = place?.entry === incident.id;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMeant) item.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  const { id, stack, reports } = incident;
  return (
    <li className={styles.incident} data-present={isPresent} data-meant={isMeant} ref={item}>
      <h4>
        {/* The whole card is a link. */}
        <a href={incidentAddress(pageSearch(), id)} onClick={followed(() => openLesson(id, 'opening'))}>
          {lessonTitle(id)}
        </a>
      </h4>
      <p>{words === undefined ? null : wordsOfIncident(words, incident).story}</p>
      <p className={styles.stack} lang="en">
        {[stack.balancer, stack.server, ...(stack.store === undefined ? [] : [stack.store])].join(' · ')}
        <span>{reports.map(({ name }) => name).join(', ')}</span>
      </p>
    </li>
  );
}
