/**
 * The trend of each score up to the present step, with the other mode's, memory by server, and the ledger of what was
 * remembered and lost.
 */
import { useMemo } from 'react';
import { defaultComparison } from '../../player/comparison.ts';
import { variantOf } from '../../simulation/variants.ts';
import type { Run } from '../../trace/run.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useDeferredPlace } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './trends.module.css';
import { Ledger, MemoryByServer, Trends } from './trends-parts.tsx';
import { useAlternativeRun } from './use-alternative-run.ts';

export function TrendsView() {
  const text = useText();
  const words = useLoaded(text.inspecting);
  const { recording, step } = useDeferredPlace();
  const { run } = recording;
  if (words === null || run === null) return null;
  return (
    <div className={styles.trends}>
      <TrendsOf run={run} step={step} />
      <MemoryByServer recording={recording} run={run} step={step} words={words} />
      <Ledger recording={recording} run={run} step={step} words={words} />
    </div>
  );
}

function TrendsOf({ run, step }: { readonly run: Run; readonly step: number }) {
  const { scenario, scores, steps } = run;
  const alternativeRun = useAlternativeRun(run);
  const own = useMemo(
    () => ({ variant: variantOf(scenario), scoreAt: (place: number) => scores[place] }),
    [scenario, scores],
  );
  const other = useMemo(
    () => ({ variant: defaultComparison(scenario), scoreAt: alternativeRun?.scoreAt }),
    [scenario, alternativeRun],
  );
  return <Trends kind={scenario.kind} own={own} other={other} place={step} places={steps.length} />;
}
