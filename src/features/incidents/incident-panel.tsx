/** The fix as a difference, what comes out on both sides, and the ways on. */
import { ChevronRight, Columns2, Zap } from 'lucide-react';
import { wordsOfIncident } from '../../incidents/incident-words.ts';
import { incidentIn } from '../../incidents/incidents.ts';
import { OTHER_SIDE } from '../../lessons/lesson.ts';
import { sandbox } from '../../lessons/lessons.ts';
import { type FixSide, sideOf } from '../../player/fix.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDispatch, usePlayer, usePlayerStore } from '../player-context.ts';
import { useText } from '../text-context.ts';
import { Difference } from './configuration.tsx';
import styles from './incident-panel.module.css';
import { useIncidentFigures } from './use-incident-figures.ts';

const sides: readonly FixSide[] = ['before', 'after'];

export function IncidentPanel({ className = '' }: { readonly className?: string | undefined }) {
  const text = useLoaded(useText().loadIncidentText);
  const incident = usePlayer(({ lesson }) => incidentIn(lesson));
  const side = usePlayer(({ lesson, recording: { run } }) =>
    run === null ? null : sideOf(lesson, run.scenario),
  );
  if (text === null || incident === undefined || side === null) return null;
  return (
    <>
      <Panel title={text.oneFix} className={className}>
        <p className={styles.fix}>{wordsOfIncident(text.words, incident).fix}</p>
        <Difference configuration={incident.configuration} side={side} text={text} />
      </Panel>
      <Panel title={text.figures} className={className}>
        <Figures side={side} />
      </Panel>
      <div className={`${styles.ways} ${className}`}>
        <Ways />
      </div>
    </>
  );
}

function Figures({ side }: { readonly side: FixSide }) {
  const text = useText();
  const words = useLoaded(text.loadIncidentText);
  const found = useIncidentFigures();
  if (words === null || found === null) return null;
  return (
    <>
      <p className={styles.counted}>{words.whatIsCounted(found.requests)}</p>
      <table className={styles.table} aria-label={words.figures}>
        <thead>
          <tr>
            <td />
            {sides.map((each) => (
              <th key={each} scope="col" data-shown={each === side}>
                {words.shortSides[each]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.figures.map(({ id, before, after }) => (
            <tr key={id} data-differs={before !== after && id !== 'bytes-per-request'}>
              <th scope="row">{words.figureNames[id]}</th>
              <td data-side="before">{text.number(before)}</td>
              <td data-side="after">{text.number(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Ways() {
  const words = useLoaded(useText().loadIncidentText);
  const dispatch = useDispatch();
  const player = usePlayerStore();
  const isCompared = usePlayer(({ comparison }) => comparison !== null);
  if (words === null) return null;
  const breakFurther = () => {
    const { run } = player.getState().recording;
    if (run === null || sandbox === undefined) return;
    dispatch({ kind: 'open-run', lesson: sandbox, scenario: run.scenario, commands: run.commands });
  };
  return (
    <>
      {!isCompared && (
        <button
          type="button"
          className={styles.main}
          onClick={() => dispatch({ kind: 'compare-with', variant: OTHER_SIDE })}
        >
          <Columns2 aria-hidden="true" />
          {words.compareSides}
          <ChevronRight aria-hidden="true" />
        </button>
      )}
      <button type="button" onClick={breakFurther}>
        <Zap aria-hidden="true" />
        {words.breakFurther}
        <ChevronRight aria-hidden="true" />
      </button>
    </>
  );
}
