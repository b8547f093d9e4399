/** The figures of both sides, simulated after the stage has rendered. */
import { useDeferredValue, useMemo } from 'react';
import { type IncidentFigures, incidentFigures } from '../../player/incident-figures.ts';
import { wholeOf } from '../../player/recording.ts';
import { usePlayer } from '../player-context.ts';

/** Null at first, because the stage goes first. After a change, the former figures stay for a moment. */
export function useIncidentFigures(): IncidentFigures | null {
  const lesson = usePlayer((player) => player.lesson);
  const run = usePlayer(({ recording }) => wholeOf(recording).run);
  const place = useMemo(() => ({ lesson, run }), [lesson, run]);
  const deferred = useDeferredValue(place, null);
  if (deferred === null || deferred.run === null) return null;
  return incidentFigures(deferred.lesson, deferred.run);
}
