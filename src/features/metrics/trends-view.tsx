/**
 * The trend of each score up to the present step, with the other mode's, memory by server, and the ledger of what was
 * remembered and lost.
 */
import { useMemo } from 'react';
import { scorePairOf } from '../../player/alternative-run.ts';
import { defaultComparison } from '../../player/default-comparison.ts';
import { type Recording, wholeOf } from '../../player/recording.ts';
import { variantOf } from '../../simulation/variant-of.ts';
import type { Run } from '../../trace/run.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDeferredStep } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './trends.module.css';
import { Ledger, MemoryByServer, Trends } from './trends-parts.tsx';
import { useAlternativeRun } from './use-alternative-run.ts';

export function TrendsView() {
  const text = useText();
  const words = useLoaded(text.inspecting);
  const { recording, step } = useDeferredStep();
  const { run } = recording;
  if (words === null || run === null) return null;
  return (
    <div className={styles.trends}>
      <TrendsOf recording={recording} run={run} step={step} />
      <MemoryByServer recording={recording} run={run} step={step} words={words} />
      <Ledger recording={recording} run={run} step={step} words={words} />
    </div>
  );
}

interface TrendsOfProps {
  readonly recording: Recording;
  /** The recording's. */
  readonly run: Run;
  readonly step: number;
}

function TrendsOf({ recording, run, step }: TrendsOfProps) {
  const { scenario, steps } = run;
  const alternativeRun = useAlternativeRun(wholeOf(recording).run);
  const [own, other] = useMemo(() => {
    const pair = scorePairOf(recording, alternativeRun);
    return [
      { variant: variantOf(scenario), scoreAt: pair.own },
      {
        variant: defaultComparison(scenario),
        scoreAt: alternativeRun === null ? undefined : pair.other,
      },
    ];
  }, [recording, scenario, alternativeRun]);
  return <Trends kind={scenario.kind} own={own} other={other} place={step} places={steps.length} />;
}
