/** Opens a HAR file or an OpenTelemetry trace: reads it, and lets the reader choose what the diagram shows. */
import { useMemo, useState } from 'react';
import type { ImportedDiagram } from '../../sequence/imported-diagram.ts';
import { startOfName } from '../../sequence/imported-limits.ts';
import type { CallKind, Capture } from '../../sequence/recorded/capture.ts';
import {
  CALLS_MAX,
  choiceAtFirst,
  chosenCalls,
  diagramOfCapture,
  kindsIn,
  partiesIn,
} from '../../sequence/recorded/capture-diagram.ts';
import { CheckList } from '../../ui/form/check-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import { worded } from '../wording.ts';
import styles from './open.module.css';
import type { RecordedText } from './recorded-text.ts';
import { useRecording } from './use-recording.ts';

interface OpenRecordingProps {
  readonly given: File | string;
  readonly onImported: (imported: ImportedDiagram) => void;
  readonly onBack: () => void;
}

export function OpenRecording({ given, onImported, onBack }: OpenRecordingProps) {
  const { loadRecordedText } = useText();
  const words = useLoaded(loadRecordedText);
  const state = useRecording(given);
  if (words === null) return null;
  if (state.kind === 'read') {
    return <Choices capture={state.capture} words={words} onImported={onImported} onBack={onBack} />;
  }
  return (
    <>
      {state.kind === 'reading' ? (
        <p className={styles.reading}>
          {words.reading} <progress aria-label={words.reading} value={state.done} />
        </p>
      ) : (
        <div className={styles.problem} role="alert">
          <p>{worded(words.problems, state.problem)}</p>
        </div>
      )}
      <p>{words.staysHere}</p>
      <div className={styles.actions}>
        <button type="button" onClick={onBack}>
          {state.kind === 'reading' ? words.cancel : words.otherFile}
        </button>
      </div>
    </>
  );
}

interface ChoicesProps extends Omit<OpenRecordingProps, 'given'> {
  readonly capture: Capture;
  readonly words: RecordedText;
}

function Choices({ capture, words, onImported, onBack }: ChoicesProps) {
  const [choice, setChoice] = useState(() => choiceAtFirst(capture));
  const kinds = useMemo(() => kindsIn(capture), [capture]);
  const parties = useMemo(() => partiesIn(capture, choice.kinds), [capture, choice.kinds]);
  const count = chosenCalls(capture, choice).length;
  const name = (role: 'named' | 'browser' | 'caller' | 'missing', own: string) =>
    role === 'named' ? startOfName(own) : words.words[role];
  return (
    <>
      <p>{words.staysHere}</p>
      <div className={styles.checks}>
        <CheckList<CallKind>
          legend={words.kinds}
          options={kinds.map(({ kind, count: number }) => ({
            value: kind,
            label: words.option(words.words.kind(kind), number),
          }))}
          chosen={[...choice.kinds]}
          onChange={(next) => setChoice({ ...choice, kinds: new Set(next) })}
        />
      </div>
      <div className={styles.checks}>
        <CheckList
          legend={capture.source === 'har' ? words.hosts : words.services}
          options={parties.map(({ participant, count: number }) => ({
            value: participant.id,
            label: words.option(name(participant.role, participant.name), number),
          }))}
          chosen={[...choice.parties]}
          onChange={(next) => setChoice({ ...choice, parties: new Set(next) })}
        />
      </div>
      <Switch
        label={words.showValues}
        isOn={choice.showsValues}
        onToggle={() => setChoice({ ...choice, showsValues: !choice.showsValues })}
      />
      {choice.showsValues && <p className={styles.warning}>{words.valuesShown}</p>}
      {capture.source === 'har' && !capture.hasCredentials && <p>{words.noCredentials}</p>}
      {capture.skipped > 0 && <p>{words.skipped(capture.skipped)}</p>}
      <p role="status">
        {words.chosen(count, capture.calls.length)}
        {count > CALLS_MAX && ` ${words.isCut(CALLS_MAX)}`}
      </p>
      <div className={styles.actions}>
        <button
          type="button"
          data-main
          aria-disabled={count === 0}
          onClick={() => {
            if (count > 0) onImported(diagramOfCapture(capture, choice, words.words));
          }}
        >
          {words.show}
        </button>
        <button type="button" onClick={onBack}>
          {words.otherFile}
        </button>
      </div>
    </>
  );
}
