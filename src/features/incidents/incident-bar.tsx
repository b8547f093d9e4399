/** In place of the modes: the way through the incidents, and the switch between both sides of the fix. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { incidentIn, incidents } from '../../incidents/incidents.ts';
import { sideOf } from '../../player/fix.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useGuide } from '../guide-context.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './incident-bar.module.css';

interface IncidentBarProps {
  /** More switches, after that of the fix. */
  readonly children: ReactNode;
}

export function IncidentBar({ children }: IncidentBarProps) {
  const words = useLoaded(useText().loadIncidentText);
  return (
    <div className={styles.bar} data-incident-bar>
      {words !== null && (
        <>
          <Way />
          <FixSwitch />
          <span className={styles.switches}>{children}</span>
        </>
      )}
    </div>
  );
}

function Way() {
  const words = useLoaded(useText().loadIncidentText);
  const dispatch = useDispatch();
  const { go } = useGuide();
  const lesson = usePlayer((player) => player.lesson);
  const incident = incidentIn(lesson);
  if (words === null || incident === undefined) return null;
  const index = incidents.indexOf(incident);
  const open = (beside: 1 | -1) => {
    const other = incidents[index + beside];
    if (other !== undefined) dispatch({ kind: 'open-lesson', lesson: other, lessonPosition: 'opening' });
  };
  return (
    <span className={styles.way}>
      <button
        type="button"
        aria-label={words.previous}
        title={words.previous}
        disabled={index === 0}
        onClick={() => open(-1)}
      >
        <ChevronLeft aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.all}
        title={words.all}
        onClick={() => go({ page: 'incidents', entry: incident.id })}
      >
        <span className="visually-hidden">{words.all}: </span>
        {words.position(index + 1, incidents.length)}
      </button>
      <button
        type="button"
        aria-label={words.next}
        title={words.next}
        disabled={index === incidents.length - 1}
        onClick={() => open(1)}
      >
        <ChevronRight aria-hidden="true" />
      </button>
    </span>
  );
}

function FixSwitch() {
  const text = useText();
  const words = useLoaded(text.loadIncidentText);
  const dispatch = useDispatch();
  const side = usePlayer(({ lesson, recording: { run } }) => run && sideOf(lesson, run.scenario));
  if (words === null || side === null) return null;
  return (
    <RadioGroup
      label={words.side}
      look="segments"
      options={(['before', 'after'] as const).map((each) => ({ value: each, label: text.fixSides[each] }))}
      value={side}
      onChange={(chosen) => dispatch({ kind: 'choose-side', side: chosen })}
    />
  );
}
