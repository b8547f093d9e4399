/** The verdict on a repair: how many schedules it survives, what breaks it, and its stars. */
import { useEffect, useRef } from 'react';
import type { Challenge } from '../../../lab/repair/challenge.ts';
import { changeCount, type Repair } from '../../../lab/repair/challenge.ts';
import { scheduleCount } from '../../../lab/repair/trial.ts';
import { isAccepted, type Verdict } from '../../../lab/repair/verdict.ts';
import { BreakList } from './break-list.tsx';
import parts from './repair-parts.module.css';
import type { TestState } from './repair-store.ts';
import type { RepairText } from './repair-text.ts';
import { Stars } from './stars.tsx';
import styles from './verdict.module.css';

interface VerdictCardProps {
  readonly text: RepairText;
  readonly challenge: Challenge;
  readonly repair: Repair;
  /** Null before the first one. */
  readonly test: TestState | null;
  /** What the solution shows; null for a challenge without words. */
  readonly solved: string | null;
}

export function VerdictCard({ text, challenge, repair, test, solved }: VerdictCardProps) {
  const card = useRef<HTMLElement>(null);
  const isRunning = test !== null && (test.verdict === null || test.verdict.status === 'running');
  // Below the form on a narrow screen, and beside it on a wide one.
  useEffect(() => {
    if (isRunning) card.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isRunning]);
  const verdict = test?.verdict ?? null;
  const isOutdated = test !== null && JSON.stringify(test.repair) !== JSON.stringify(repair);
  return (
    <section className={`${parts.card} ${styles.verdict}`} aria-label={text.result} ref={card}>
      {test === null ? (
        <p>{text.howTested}</p>
      ) : verdict === null || verdict.status === 'running' ? (
        <Progress text={text} planned={scheduleCount(test.trial)} tried={verdict?.tried ?? 0} />
      ) : (
        <Outcome text={text} verdict={verdict} isOutdated={isOutdated} />
      )}
      {test !== null && verdict !== null && verdict.breaks.length > 0 && verdict.status === 'done' && (
        <BreakList text={text} trial={test.trial} verdict={verdict} />
      )}
      {verdict !== null && isAccepted(verdict) && solved !== null && (
        <p className={styles.solved}>{solved}</p>
      )}
      <StarRow text={text} challenge={challenge} test={test} />
      {test !== null && <p className={parts.secondary}>{text.costIs(test.cost)}</p>}
      <p className={parts.secondary}>{text.costMeans}</p>
    </section>
  );
}

interface ProgressProps {
  readonly text: RepairText;
  readonly planned: number;
  readonly tried: number;
}

function Progress({ text, planned, tried }: ProgressProps) {
  return (
    <>
      <h4>{text.tested(tried, planned)}</h4>
      <progress aria-label={text.progress} max={planned} value={tried} />
    </>
  );
}

interface OutcomeProps {
  readonly text: RepairText;
  readonly verdict: Verdict;
  readonly isOutdated: boolean;
}

function Outcome({ text, verdict, isOutdated }: OutcomeProps) {
  const { status, tried, failed, breaks } = verdict;
  const isWhole = status === 'done';
  const passed = tried - breaks.length;
  return (
    <div role="status">
      {isWhole && breaks.length > 0 && <h4 data-refused>{text.refused(breaks.length, tried)}</h4>}
      {isAccepted(verdict) && <h4 data-accepted>{text.accepted(tried)}</h4>}
      {status === 'cancelled' && <p>{text.stopped}</p>}
      {status === 'failed' && <p>{text.workersDied}</p>}
      {failed > 0 && <p>{text.failedRuns(failed)}</p>}
      {isOutdated && <p className={parts.secondary}>{text.outdated}</p>}
      {isWhole && (
        <>
          <div className={styles.bar} aria-hidden="true">
            <i style={{ flexGrow: passed }} data-passed />
            <i style={{ flexGrow: breaks.length }} />
          </div>
          <p className={styles.legend}>
            <span>{text.passes(passed)}</span>
            {breaks.length > 0 && <span data-failed>{text.fails(breaks.length)}</span>}
          </p>
        </>
      )}
    </div>
  );
}

interface StarRowProps {
  readonly text: RepairText;
  readonly challenge: Challenge;
  readonly test: TestState | null;
}

/** What each star is for, and whether the latest test has got it. */
function StarRow({ text, challenge: { par }, test }: StarRowProps) {
  const holds = test?.verdict !== null && test?.verdict !== undefined && isAccepted(test.verdict);
  const criteria = [
    { ...text.starHolds, isMet: holds },
    { ...text.starChanges(par.changes), isMet: holds && changeCount(test.repair) <= par.changes },
    { ...text.starCost(par.cost), isMet: holds && test.cost.points <= par.cost },
  ];
  return (
    <ul className={styles.criteria} aria-label={text.starsTitle}>
      {criteria.map(({ title, text: about, isMet }) => (
        <li key={title}>
          <span>
            <Stars count={isMet ? 1 : 0} of={1} label={isMet ? text.gotIt : text.unsolved} />
          </span>
          <strong>{title}</strong>
          {about}
        </li>
      ))}
    </ul>
  );
}
