/** From each step of the run on the stage, the share of re-runs that still break the property. */
import { useEffect, useMemo } from 'react';
import { brokenStep, noReturn } from '../../../lab/search/no-return.ts';
import type { PropertyId } from '../../../lab/search/properties.ts';
import { indexOfStep } from '../../../player/comparison.ts';
import { noReturnResult } from '../../../player/no-return-result.ts';
import { rowsShown, shownStepAtOrAfter } from '../../../player/recording.ts';
import type { Run } from '../../../trace/run.ts';
import { Button } from '../../../ui/button/button.tsx';
import { useDispatch, usePlayer, usePlayerStore } from '../../player-context.ts';
import type { Workers } from '../lab-workers.ts';
import styles from './find-loss.module.css';
import type { FindLossText } from './find-loss-text.ts';
import { useReruns } from './reruns.ts';

interface NoReturnProps {
  readonly text: FindLossText;
  readonly run: Run;
  readonly property: PropertyId;
  readonly workers: Workers | null;
}

export function NoReturn({ text, run, property, workers }: NoReturnProps) {
  const lastStep = useMemo(() => brokenStep(run, property), [run, property]);
  const { reruns, start } = useReruns(run, property);
  const recording = usePlayer((player) => player.recording);
  useShownOnScrubber(run, reruns);
  if (lastStep === null) return null;
  if (reruns === null) {
    return (
      <div>
        <Button disabled={workers === null} onClick={() => workers !== null && start(workers, lastStep)}>
          {text.noReturn.open}
        </Button>
      </div>
    );
  }
  const { shares, perStep, isRunning } = reruns;
  const point = isRunning ? null : noReturn(shares);
  return (
    <div className={styles.noReturn}>
      <p role="status">
        {!isRunning && (
          <strong>
            {point === null
              ? text.noReturn.none
              : text.noReturn.point(shownStepAtOrAfter(recording, point) + 1, perStep)}
          </strong>
        )}{' '}
        <span className={styles.secondary}>{text.noReturn.how(perStep)}</span>
      </p>
      <Strip text={text} shares={shares} point={point} />
    </div>
  );
}

/** While it's here to be read. */
function useShownOnScrubber(run: Run, reruns: ReturnType<typeof useReruns>['reruns']): void {
  useEffect(() => {
    if (reruns === null) return;
    const { shares, perStep, isRunning } = reruns;
    const point = isRunning ? null : noReturn(shares);
    noReturnResult.setState({ result: { run, shares, point, perStep } });
    return () => noReturnResult.setState({ result: null });
  }, [run, reruns]);
}

interface StripProps {
  readonly text: FindLossText;
  readonly shares: readonly (number | null)[];
  readonly point: number | null;
}

/** Each bar is a button to its step. A hidden step has none. */
function Strip({ text, shares, point }: StripProps) {
  const dispatch = useDispatch();
  const player = usePlayerStore();
  const recording = usePlayer((state) => state.recording);
  const present = usePlayer(({ step }) => step);
  const goTo = (step: number) => dispatch({ kind: 'go-to', step: indexOfStep(player.getState(), step) });
  const marked = point === null ? null : shownStepAtOrAfter(recording, point);
  const bars = shares.flatMap((share, row) => rowsShown(recording, [row]).map((step) => ({ share, step })));
  return (
    <ol className={styles.strip} aria-label={text.noReturn.strip}>
      {bars.map(({ share, step }) => {
        const percent = share === null ? null : Math.floor(share * 100);
        return (
          <li key={step}>
            <button
              type="button"
              data-point={step === marked}
              aria-current={step === present ? 'step' : undefined}
              aria-label={text.noReturn.share(step + 1, percent)}
              onClick={() => goTo(step)}
            >
              <span className={styles.share}>{percent === null ? '' : `${percent} %`}</span>
              <span className={styles.column} style={{ blockSize: `${(share ?? 0) * 1.4}rem` }} />
              <span className={styles.stepNumber}>{step + 1}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
