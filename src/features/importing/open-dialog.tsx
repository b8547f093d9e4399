/** Imports a diagram: pasted, chosen as a file, or dropped. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportedDiagram } from '../../sequence/imported-diagram.ts';
import { deferred } from '../../ui/deferred.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { withReadersChoices } from '../../url/link-to.ts';
import { openLink } from '../../url/open-link.ts';
import { pageSearch } from '../../url/page-address.ts';
import { useDispatch } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './open.module.css';
import { problemText } from './open-messages.ts';
import type { OpenText } from './open-text.ts';
import { type OtherFormat, otherFormatOf } from './other-formats.ts';
import { type OpeningProblem, useOpening } from './use-opening.ts';

const OpenPlantUml = deferred(async () => (await import('./open-plantuml.tsx')).OpenPlantUml);
const OpenRecording = deferred(async () => (await import('./open-recording.tsx')).OpenRecording);

interface OpenDialogProps {
  /** Empty for a dialog that begins with the draft. */
  readonly given: File | string;
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly onClose: () => void;
}

export function OpenDialog({ given, draft, onDraft, onClose }: OpenDialogProps) {
  const { opening, loadRecordedText } = useText();
  const words = useLoaded(loadRecordedText);
  const dispatch = useDispatch();
  const area = useRef<HTMLTextAreaElement>(null);
  const open = (imported: ImportedDiagram) => {
    dispatch({ kind: 'open-imported', imported });
    onDraft('');
    onClose();
  };
  const { text, blocks, block, choose, change, take, show, problem, isBusy } = useOpening(draft, {
    onImported: open,
    onRun: openRunFile,
  });
  const [other, setOther] = useState<OtherFormat | null>(null);
  const takeAny = useCallback(
    async (something: File | string) => {
      const found = await otherFormatOf(something);
      setOther(found);
      if (found === null) await take(something);
    },
    [take],
  );
  const showAny = async () => {
    const found = await otherFormatOf(text);
    setOther(found);
    if (found === null) show();
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
    const parts = { onImported: open, onBack: () => setOther(null) };
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
    </Dialog>
  );
}

const ACCEPTED = [
  ...['.json', '.md', '.markdown', '.mmd', '.mermaid', '.txt', 'text/plain', 'text/markdown'],
  ...['.puml', '.plantuml', '.pu', '.iuml', '.wsd', '.har', '.ndjson', '.jsonl', '.otlp', 'application/json'],
].join(',');

function sayProblem(problem: OpeningProblem, opening: OpenText): string {
  if (problem.kind === 'file-not-read') return opening.fileNotRead;
  return problem.kind === 'run-file'
    ? opening.runFileProblems[problem.problem]
    : problemText(opening, problem);
}

/** Opens the run like any link. The reader's own choices stay. */
function openRunFile(link: string): void {
  openLink(withReadersChoices(link, pageSearch()));
}

/** Lines count from 1. */
function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
