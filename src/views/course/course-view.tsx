/** The course of each score up to the present step, beside the other mode's, memory by server, and the ledger of what was remembered and lost. */
import { memo, useMemo } from 'react';
import type { Player } from '../../player/player.ts';
import { usualRival } from '../../player/rival.ts';
import { isServer } from '../../simulation/cluster.ts';
import { variantOf } from '../../simulation/variants.ts';
import { entriesUpTo, type LedgerEntry } from '../../trace/ledger.ts';
import type { Run } from '../../trace/run.ts';
import type { Score } from '../../trace/score.ts';
import type { InspectText } from '../inspector/inspect-text.ts';
import { nameIn } from '../inspector/shown.ts';
import { useDeferredPlace, useDispatch, usePlayer } from '../player-context.ts';
import { scoreLines } from '../scoreboard/score-rows.ts';
import { useCounterpart } from '../scoreboard/use-counterpart.ts';
import { useText } from '../text-context.ts';
import { useLoaded } from '../use-loaded.ts';
import styles from './course.module.css';
import { Sparkline } from './sparkline.tsx';

export function CourseView() {
  const text = useText();
  const words = useLoaded(text.inspecting);
  const { recording, step } = useDeferredPlace();
  const { run } = recording;
  if (words === null || run === null) return null;
  return (
    <div className={styles.course}>
      <Courses run={run} step={step} />
      <MemoryByServer recording={recording} run={run} step={step} words={words} />
      <Ledger recording={recording} run={run} step={step} words={words} />
    </div>
  );
}

interface ViewProps extends Pick<Player, 'recording' | 'step'> {
  readonly run: Run;
  readonly words: InspectText;
}

const Courses = memo(function Courses({ run, step }: Pick<ViewProps, 'run' | 'step'>) {
  const text = useText();
  const counterpart = useCounterpart(run);
  const lines = useMemo(() => scoreLines(text, run.scenario), [text, run.scenario]);
  const { scenario } = run;
  const shown = variantOf(scenario);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td colSpan={2} />
          <th scope="col">{text.variant(shown)}</th>
          <th scope="col">{text.variant(usualRival(scenario))}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, of, value, isTelling }) => {
          const score = run.scores[step];
          const other = counterpart?.scoreAt(step);
          if (score === undefined) return null;
          if (isTelling?.(score) === false && (other === undefined || !isTelling(other))) return null;
          const valueIn = (each: Score | undefined) => (each === undefined ? 0 : of(each));
          return (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <Sparkline
                  valueAt={(index) => valueIn(run.scores[index])}
                  otherAt={counterpart === null ? undefined : (index) => valueIn(counterpart.scoreAt(index))}
                  step={step}
                  steps={run.steps.length}
                />
              </td>
              <td>{value(score)}</td>
              <td>{other === undefined ? '–' : value(other)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});

const MemoryByServer = memo(function MemoryByServer({ recording, run, step, words }: ViewProps) {
  const text = useText();
  const bytesOf = (id: string, index: number) => run.states[index]?.snapshot.get(id)?.memory.userBytes ?? 0;
  const servers = recording.diagram.participants.filter(
    ({ id, folded }) => isServer(id) && folded === undefined,
  );
  return (
    <section aria-label={words.memoryByServer}>
      <h3 className={styles.heading}>{words.memoryByServer}</h3>
      <ul className={styles.rows}>
        {servers.map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <Sparkline valueAt={(index) => bytesOf(id, index)} step={step} steps={run.steps.length} />
            <b>{text.bytes(bytesOf(id, step))}</b>
          </li>
        ))}
      </ul>
    </section>
  );
});

const ENTRIES_SHOWN = 30;

const Ledger = memo(function Ledger({ recording, run, step, words }: ViewProps) {
  const entries = entriesUpTo(run, step, ENTRIES_SHOWN);
  return (
    <section aria-label={words.ledger}>
      <h3 className={styles.heading}>{words.ledger}</h3>
      {entries.length === 0 && <p>{words.remembersNothing}</p>}
      <ol className={styles.ledger}>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several entries of one step may say the same.
          <Entry key={`${entry.step} ${index}`} entry={entry} recording={recording} run={run} words={words} />
        ))}
      </ol>
      {entries.length === ENTRIES_SHOWN && <p>{words.earlierEntries(ENTRIES_SHOWN)}</p>}
    </section>
  );
});

interface EntryProps extends Omit<ViewProps, 'step'> {
  readonly entry: LedgerEntry;
}

function Entry({ entry: { step, change }, recording, run, words }: EntryProps) {
  const text = useText();
  const dispatch = useDispatch();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const what = change.kind === 'missed' ? '' : phrasebook.chips(change.item, run.scenario).join(' · ');
  return (
    <li data-kind={change.kind}>
      <button
        type="button"
        aria-label={text.inspectStep(step + 1)}
        onClick={() => dispatch({ kind: 'select', selection: { side: 'own', kind: 'step', step } })}
      >
        {step + 1}
      </button>
      <span>{words.change(change.kind, nameIn(recording, change.node), what)}</span>
    </li>
  );
}
