/** What was searched, what was found, and what wasn't searched. */
import { type FaultKind, faultsAt, momentCount } from '../../../lab/search/faults.ts';
import type { SearchState } from '../../../lab/search/search.ts';
import type { Run } from '../../../trace/run.ts';
import styles from './find-loss.module.css';
import type { FindLossText } from './find-loss-text.ts';

interface SearchSummaryProps {
  readonly text: FindLossText;
  readonly run: Run | null;
  readonly kinds: readonly FaultKind[];
  /** Null before the search. */
  readonly search: SearchState | null;
  readonly isRunning: boolean;
}

export function SearchSummary({ text, run, kinds, search, isRunning }: SearchSummaryProps) {
  const latest = search?.searched.at(-1);
  return (
    <div className={styles.summary}>
      {isRunning && latest !== undefined && (
        <progress aria-label={text.progress} max={latest.planned} value={latest.tried} />
      )}
      <p role="status">
        {search === null ? (
          <span>{beforehand(text, run, kinds)}</span>
        ) : (
          <Sentences text={text} search={search} isRunning={isRunning} />
        )}
      </p>
    </div>
  );
}

function beforehand(text: FindLossText, run: Run | null, kinds: readonly FaultKind[]): string {
  if (run === null) return text.noRun;
  const faults = faultsAt(run, kinds).length;
  return faults === 0 ? text.noFaults : text.faultsAt(faults, momentCount(run));
}

interface SentencesProps {
  readonly text: FindLossText;
  readonly search: SearchState;
  readonly isRunning: boolean;
}

function Sentences({ text, search, isRunning }: SentencesProps) {
  const { plan, searched, found, next, isBroken } = search;
  const { property, moments, faults } = plan;
  if (isBroken) return <strong className={styles.found}>{text.isBroken[property]}</strong>;
  if (faults.length === 0) return <span>{text.noFaults}</span>;
  // While it runs, a screen reader hears no new sentence with each report.
  if (isRunning) return null;
  const tried = searched.reduce((sum, each) => sum + each.tried, 0);
  const failed = searched.reduce((sum, each) => sum + each.failed, 0);
  const status = searched.at(-1)?.status;
  return (
    <>
      {searched.map((each) => (
        <span key={each.bound}>{text.tried[each.bound]({ ...each, moments })} </span>
      ))}
      {found.length > 0 ? (
        <strong className={styles.found}>{text.found[property](found.length)} </strong>
      ) : (
        <strong>{text.foundNone(tried)} </strong>
      )}
      {status === 'cancelled' && <span>{text.stopped} </span>}
      {status === 'failed' && <span>{text.workersDied} </span>}
      {failed > 0 && <span>{text.failed(failed)} </span>}
      <span className={styles.secondary}>{text.notSearched(next)}</span>
    </>
  );
}
