/** The trends of a run: a table of scores with sparklines, memory by server, and the ledger. */
import { memo, useMemo } from 'react';
import { participantName } from '../../player/participant-name.ts';
import type { Player } from '../../player/player.ts';
import { changeMessage } from '../../sequence/change-message.ts';
import { isServer } from '../../simulation/cluster.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { VariantId } from '../../simulation/variants.ts';
import { entriesUpTo, type LedgerEntry } from '../../trace/ledger.ts';
import type { Run } from '../../trace/run.ts';
import type { Score } from '../../trace/score.ts';
import { useDispatch, usePlayer, useSide } from '../player-context.ts';
import { useText } from '../text-context.ts';
import type { ViewText } from '../view-text.ts';
import { worded } from '../wording.ts';
import { scoreLines } from './score-rows.ts';
import { Sparkline } from './sparkline.tsx';
import styles from './trends.module.css';

/** The inspector's words. They name the two lower parts. */
type InspectText = Awaited<ReturnType<ViewText['inspecting']>>;

/** The series of one variant. */
export interface Series {
  readonly variant: VariantId;
  /** At each position of the slider; undefined until it's known. */
  readonly scoreAt: ((place: number) => Score | undefined) | undefined;
}

interface TrendsProps {
  readonly kind: Scenario['kind'];
  readonly own: Series;
  readonly other: Series;
  readonly place: number;
  readonly places: number;
}

/** Keep these props referentially equal while unchanged: the table renders again when one changes. */
export const Trends = memo(function Trends({ kind, own, other, place, places }: TrendsProps) {
  const text = useText();
  const lines = useMemo(() => scoreLines(text, { kind }), [text, kind]);
  const score = own.scoreAt?.(place);
  const otherScore = other.scoreAt?.(place);
  if (score === undefined) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td colSpan={2} />
          <th scope="col">{text.variants[own.variant]}</th>
          <th scope="col">{text.variants[other.variant]}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, of, value, isTelling, isPart }) => {
          if (isTelling?.(score) === false && (otherScore === undefined || !isTelling(otherScore)))
            return null;
          const valuesIn = ({ scoreAt }: Series) =>
            scoreAt === undefined
              ? undefined
              : (index: number) => {
                  const there = scoreAt(index);
                  return there === undefined ? 0 : of(there);
                };
          return (
            <tr key={label} data-part={isPart}>
              <th scope="row">{label}</th>
              <td>
                <Sparkline
                  valueAt={valuesIn(own) ?? (() => 0)}
                  otherAt={valuesIn(other)}
                  step={place}
                  steps={places}
                />
              </td>
              <td>{value(score)}</td>
              <td>{otherScore === undefined ? '–' : value(otherScore)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
});

interface PartProps extends Pick<Player, 'recording' | 'step'> {
  readonly run: Run;
  readonly words: InspectText;
  /** Added to each name, where two series are shown. */
  readonly whose?: string;
}

export const MemoryByServer = memo(function MemoryByServer(props: PartProps) {
  const { recording, run, step, words, whose } = props;
  const text = useText();
  const bytesOf = (id: string, index: number) => run.states[index]?.snapshot.get(id)?.memory.userBytes ?? 0;
  const servers = recording.diagram.participants.filter(
    ({ id, folded }) => isServer(id) && folded === undefined,
  );
  return (
    <section aria-label={nameOf(words.memoryByServer, whose)}>
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

function nameOf(part: string, whose: string | undefined): string {
  return whose === undefined ? part : `${part}: ${whose}`;
}

const ENTRIES_SHOWN = 30;

export const Ledger = memo(function Ledger({ recording, run, step, words, whose }: PartProps) {
  const entries = entriesUpTo(run, step, ENTRIES_SHOWN);
  return (
    <section aria-label={nameOf(words.ledger, whose)}>
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

interface EntryProps extends Omit<PartProps, 'step' | 'whose'> {
  readonly entry: LedgerEntry;
}

function Entry({ entry: { step, change }, recording, run, words }: EntryProps) {
  const text = useText();
  const side = useSide();
  const dispatch = useDispatch();
  const phrasebook = usePlayer((player) => player.phrasebook);
  const node = participantName(recording, change.node);
  const message = changeMessage(phrasebook, change, node, run.scenario);
  return (
    <li data-kind={change.kind}>
      <button
        type="button"
        aria-label={text.inspectStep(step + 1)}
        onClick={() => dispatch({ kind: 'select', selection: { side, kind: 'step', step } })}
      >
        {step + 1}
      </button>
      <span>{worded(words.changes, message)}</span>
    </li>
  );
}
