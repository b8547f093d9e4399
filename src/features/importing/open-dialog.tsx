/** Imports a diagram: pasted, chosen as a file, or dropped. */

import { X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { recordingOfImported } from '../../player/record.ts';
import { prepareImported } from '../../sequence/describe-imported.ts';
import type { ImportedDiagram } from '../../sequence/imported-diagram.ts';
import { importedToMermaid } from '../../sequence/imported-to-mermaid.ts';
import { deferred } from '../../ui/deferred.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { byData, useFocusAfter } from '../../ui/use-focus-after.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { forgetDiagram, type KeptDiagram, keptDiagrams } from '../../url/kept-diagrams.ts';
import { withReadersChoices } from '../../url/link-to.ts';
import { pageSearch } from '../../url/page-address.ts';
import { diagramText } from '../../url/read-diagram.ts';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './open.module.css';
import { problemText } from './open-messages.ts';
import type { OpenText } from './open-text.ts';
import { type OtherFormat, otherFormatOf } from './other-formats.ts';
import { pasteAtOnce } from './paste-at-once.ts';
import type { RecordedText } from './recorded-text.ts';
import { keptCode, type OpeningProblem, useOpening } from './use-opening.ts';

const OpenPlantUml = deferred(async () => (await import('./open-plantuml.tsx')).OpenPlantUml);
const OpenRecording = deferred(async () => (await import('./open-recording.tsx')).OpenRecording);

interface OpenDialogProps {
  /** Empty for a dialog that begins with the draft. */
  readonly given: File | string;
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  /** Opens the link in a run file. */
  readonly onLink: (link: string) => void;
  readonly onClose: () => void;
}

export function OpenDialog({ given, draft, onDraft, onLink, onClose }: OpenDialogProps) {
  const { opening, loadRecordedText } = useText();
  const words = useLoaded(loadRecordedText);
  const dispatch = useDispatch();
  const area = useRef<HTMLTextAreaElement>(null);
  const phrasebook = usePlayer((player) => player.phrasebook);
  const openOther = async (imported: ImportedDiagram) => {
    const signal = begin();
    try {
      // In slices. What follows finds it described.
      await prepareImported(imported, phrasebook.imported, { signal });
    } catch (error) {
      // The dialog was closed, or the reader wants something else.
      if (signal.aborted) return;
      throw error;
    }
    // Its address has the diagram as Mermaid text, whatever it was made from.
    const { diagram } = recordingOfImported(imported, phrasebook);
    const written = importedToMermaid(diagram, imported, {});
    const code = await keptCode({ text: written.text, heading: '' }, imported);
    if (signal.aborted) return;
    dispatch({ kind: 'open-imported', imported, code });
    onDraft('');
    onClose();
  };
  const { text, blocks, block, choose, change, begin, take, show, cancel, problem, isBusy } = useOpening(
    draft,
    phrasebook.imported,
    {
      onImported: (imported, code, hasOthers) => {
        dispatch({ kind: 'open-imported', imported, code });
        // The reader may want another diagram of the same text next.
        onDraft(hasOthers ? text : '');
        onClose();
      },
      // Like any link. The reader's own choices stay.
      onRun: (link) => onLink(withReadersChoices(link, pageSearch())),
    },
  );
  const [other, setOther] = useState<OtherFormat | null>(null);
  const takeAny = useCallback(
    async (something: File | string) => {
      const signal = begin();
      const found = await otherFormatOf(something);
      if (signal.aborted) return;
      setOther(found);
      if (found === null) await take(something, signal);
    },
    [begin, take],
  );
  const showAny = async () => {
    const signal = begin();
    const found = await otherFormatOf(text);
    if (signal.aborted) return;
    setOther(found);
    if (found === null) show(signal);
  };
  const openRecent = async ({ code }: KeptDiagram) => {
    const signal = begin();
    const kept = await diagramText(code);
    if (signal.aborted) return null;
    if (typeof kept !== 'string') return kept.problem.kind;
    await take(kept, signal);
    return null;
  };
  const close = () => {
    onDraft(text);
    onClose();
  };
  useEffect(() => {
    if (given !== '') void takeAny(given);
  }, [given, takeAny]);
  useEffect(() => {
    if (problem?.kind === 'syntax' && problem.line !== null) selectLine(area.current, problem.line);
  }, [problem]);
  if (other !== null) {
    const parts = {
      onImported: (each: ImportedDiagram) => void openOther(each),
      onBack: () => setOther(null),
    };
    return (
      <Dialog title={opening.open} isOpen onClose={close}>
        {other.kind === 'plantuml' ? (
          <OpenPlantUml text={other.text} {...parts} />
        ) : (
          <OpenRecording given={other.given} {...parts} />
        )}
      </Dialog>
    );
  }
  return (
    <Dialog title={opening.open} isOpen onClose={close}>
      <p>{opening.introduction}</p>
      {words !== null && <p>{words.alsoOpens}</p>}
      <textarea
        ref={area}
        className={styles.text}
        aria-label={opening.text}
        rows={10}
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.target.value)}
        onPaste={(event) => {
          if (pasteAtOnce(event)) change(event.currentTarget.value);
        }}
      />
      {blocks.length > 1 && (
        <RadioGroup
          label={opening.which}
          isLabelShown
          look="pills"
          options={blocks.map((each, index) => ({
            value: String(index),
            label: opening.block(each.heading, each.line),
          }))}
          value={String(block)}
          onChange={(value) => choose(Number(value))}
        />
      )}
      {problem !== null && (
        <div className={styles.problem} role="alert">
          <p>{sayProblem(problem, opening)}</p>
          {problem.kind === 'syntax' && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys (WCAG 2.1.1).
            <pre lang="en" tabIndex={0}>
              {problem.message}
            </pre>
          )}
        </div>
      )}
      {isBusy && words !== null && <Reading words={words} onCancel={cancel} />}
      <div className={styles.actions}>
        {/* It keeps the focus while it's off. */}
        <button
          type="button"
          data-main
          aria-disabled={text.trim() === '' || isBusy}
          onClick={() => {
            if (text.trim() !== '' && !isBusy) void showAny();
          }}
        >
          {opening.show}
        </button>
        <label className={styles.file}>
          <input
            type="file"
            className="visually-hidden"
            accept={ACCEPTED}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file !== undefined) void takeAny(file);
            }}
          />
          {opening.chooseFile}
        </label>
      </div>
      <Recent onOpen={openRecent} onNone={() => area.current?.focus()} />
    </Dialog>
  );
}

interface ReadingProps {
  readonly words: RecordedText;
  readonly onCancel: () => void;
}

/** Nothing tells how far Mermaid's parser is. */
function Reading({ words, onCancel }: ReadingProps) {
  return (
    <p className={styles.reading} role="status">
      {words.readingText} <progress aria-label={words.readingText} />
      <button type="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </p>
  );
}

const ACCEPTED = [
  ...['.json', '.md', '.markdown', '.mmd', '.mermaid', '.txt', 'text/plain', 'text/markdown'],
  ...['.puml', '.plantuml', '.pu', '.iuml', '.wsd', '.har', '.ndjson', '.jsonl', '.otlp', 'application/json'],
].join(',');

interface RecentProps {
  /** @returns Why the diagram can't be opened; null if it can. */
  readonly onOpen: (diagram: KeptDiagram) => Promise<keyof RecordedText['recentProblems'] | null>;
  /** Called when the last one was forgotten. */
  readonly onNone: () => void;
}

/** Diagrams that were opened last. */
function Recent({ onOpen, onNone }: RecentProps) {
  const { opening, loadRecordedText } = useText();
  const words = useLoaded(loadRecordedText);
  const [diagrams, setDiagrams] = useState(keptDiagrams);
  const [fault, setFault] = useState<{
    readonly diagram: KeptDiagram;
    readonly kind: keyof RecordedText['recentProblems'];
  } | null>(null);
  const [list, focusAfter] = useFocusAfter<HTMLElement>();
  if (diagrams.length === 0) return null;
  const open = async (diagram: KeptDiagram) => {
    setFault(null);
    const kind = await onOpen(diagram);
    if (kind !== null) setFault({ diagram, kind });
  };
  const forget = ({ id }: KeptDiagram) => {
    forgetDiagram(id);
    setFault(null);
    const left = keptDiagrams();
    setDiagrams(left);
    const next =
      left[
        Math.min(
          diagrams.findIndex((each) => each.id === id),
          left.length - 1,
        )
      ];
    if (next === undefined) onNone();
    else focusAfter(byData('forget', next.id));
  };
  return (
    <section aria-labelledby="recent-diagrams" ref={list}>
      <h3 id="recent-diagrams">{opening.recent}</h3>
      {fault !== null && words !== null && (
        <div className={styles.problem} role="alert">
          <p>{words.recentProblems[fault.kind](fault.diagram.title)}</p>
          <div className={styles.actions}>
            <button type="button" onClick={() => forget(fault.diagram)}>
              {opening.forget(fault.diagram.title)}
            </button>
          </div>
        </div>
      )}
      <ul className={styles.recent}>
        {diagrams.map((each) => (
          <li key={each.id}>
            <button type="button" onClick={() => void open(each)}>
              {each.title}
            </button>
            <button
              type="button"
              aria-label={opening.forget(each.title)}
              title={opening.forget(each.title)}
              data-forget={each.id}
              onClick={() => forget(each)}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const FIELDS_NAMED_MAX = 5;

function sayProblem(problem: OpeningProblem, opening: OpenText): string {
  if (problem.kind === 'file-not-read') return opening.fileNotRead;
  if (problem.kind !== 'run-file') return problemText(opening, problem);
  const fields = (problem.fields ?? []).slice(0, FIELDS_NAMED_MAX).join(', ');
  const said = opening.runFileProblems[problem.problem];
  return fields === '' ? said : `${said} (${fields})`;
}

/** Lines count from 1. */
function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
