/**
 * Figures of both sides of a comparison: the scores and their trends side by side, then each side's memory and ledger.
 */
import { useMemo } from 'react';
import { scoreAtRow } from '../../player/recording.ts';
import type { Side } from '../../player/selection.ts';
import { variantOf } from '../../simulation/variant-of.ts';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { SideProvider, usePlayer, useShown } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './trends.module.css';
import { Ledger, MemoryByServer, Trends } from './trends-parts.tsx';

export function ComparedTrends({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  return (
    <Dialog title={text.scoreboard} isOpen onClose={onClose}>
      <div className={styles.trends}>
        <BothTrends />
        <div className={styles.sides}>
          <SideTrends side="own" />
          <SideTrends side="comparison" />
        </div>
      </div>
    </Dialog>
  );
}

/** By slider position, which both sides share, regardless of each side's own step. */
function BothTrends() {
  const recording = usePlayer((player) => player.recording);
  const comparison = usePlayer((player) => player.comparison);
  const position = comparison?.position ?? 0;
  const compared = comparison?.recording ?? null;
  const pairs = comparison?.pairs;
  const both = useMemo(() => {
    const [run, theirs] = [recording.run, compared?.run ?? null];
    if (compared === null || run === null || theirs === null || pairs === undefined) return null;
    return {
      kind: run.scenario.kind,
      own: {
        variant: variantOf(run.scenario),
        scoreAt: (place: number) => scoreAtRow(recording, pairs[place]?.own ?? 0),
      },
      other: {
        variant: variantOf(theirs.scenario),
        scoreAt: (place: number) => scoreAtRow(compared, pairs[place]?.comparison ?? 0),
      },
    };
  }, [recording, compared, pairs]);
  if (both === null || pairs === undefined) return null;
  return <Trends {...both} place={position} places={pairs.length} />;
}

function SideTrends({ side }: { readonly side: Side }) {
  return (
    <SideProvider value={side}>
      <SideParts />
    </SideProvider>
  );
}

function SideParts() {
  const text = useText();
  const words = useLoaded(text.inspecting);
  const recording = useShown((shown) => shown.recording);
  const step = useShown((shown) => shown.step);
  const { run } = recording;
  if (words === null || run === null) return null;
  const name = text.variants[variantOf(run.scenario)];
  return (
    <section className={styles.side} aria-label={name}>
      <h3>{name}</h3>
      <MemoryByServer recording={recording} run={run} step={step} words={words} whose={name} />
      <Ledger recording={recording} run={run} step={step} words={words} whose={name} />
    </section>
  );
}
