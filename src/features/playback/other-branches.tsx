/** The other branches on the slider's track. */
import { memo, useMemo } from 'react';
import { forkStep } from '../../player/fork.ts';
import { shownStepAtOrBefore, wholeOf } from '../../player/recording.ts';
import { usePlayer } from '../player-context.ts';
import styles from './scrubber.module.css';
import { at, positionOf } from './scrubber.tsx';

/** More lines would reach out of the playback bar. */
const LINES_MAX = 3;

/** Where the other branches leave the present one: one line each, the latest nearest. */
export const OtherBranches = memo(function OtherBranches() {
  const recording = usePlayer((player) => player.recording);
  const pairs = usePlayer((player) => player.comparison?.pairs);
  const { all, present } = usePlayer((player) => player.history);
  const places = pairs?.length ?? recording.diagram.steps.length;
  const placeOfStep = (step: number) => pairs?.findIndex(({ own }) => own === step) ?? step;
  const forks = useMemo(() => {
    const { run } = wholeOf(recording);
    if (run === null) return [];
    const others = all.filter(({ id }) => id !== present).slice(-LINES_MAX);
    return others
      .map(({ id, commands }) => ({ id, step: shownStepAtOrBefore(recording, forkStep(run, commands)) }))
      .reverse();
  }, [recording, all, present]);
  return forks.map(({ id, step }, level) => (
    <span
      key={id}
      className={styles.branch}
      data-branch={step + 1}
      data-level={level}
      style={at(positionOf(placeOfStep(step), places))}
    />
  ));
});
