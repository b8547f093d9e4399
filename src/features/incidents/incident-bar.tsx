/** In place of the modes: the way through the incidents, and the switch between both sides of the fix. */
import type { ReactNode } from 'react';
import { incidentIn, incidents } from '../../incidents/incidents.ts';
import { sideOf } from '../../player/fix.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { Way } from '../../ui/way/way.tsx';
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
          <IncidentWay />
          <FixSwitch />
          <span className={styles.switches}>{children}</span>
        </>
      )}
    </div>
  );
}

function IncidentWay() {
  const words = useLoaded(useText().loadIncidentText);
  const dispatch = useDispatch();
  const { go } = useGuide();
  const lesson = usePlayer((player) => player.lesson);
  const incident = incidentIn(lesson);
  if (words === null || incident === undefined) return null;
  const index = incidents.indexOf(incident);
  const toward = (beside: 1 | -1) => {
    const other = incidents[index + beside];
    return other === undefined
      ? null
      : () => dispatch({ kind: 'open-lesson', lesson: other, lessonPosition: 'opening' });
  };
  return (
    <Way
      previous={{ label: words.previous, onGo: toward(-1) }}
      next={{ label: words.next, onGo: toward(1) }}
      all={{ title: words.all, onClick: () => go({ page: 'incidents', entry: incident.id }) }}
    >
      <span className="visually-hidden">{words.all}: </span>
      {words.position(index + 1, incidents.length)}
    </Way>
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
