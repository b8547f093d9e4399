/** Imports a diagram: pasted, chosen as a file, or dropped. */
import { useEffect, useRef } from 'react';
import type { ImportedDiagram } from '../../sequence/imported-diagram.ts';
import { deferred } from '../../ui/deferred.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useText } from '../text-context.ts';
import styles from './open.module.css';
import { pasteAtOnce } from './paste-at-once.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { RecentDiagrams } from './recent-diagrams.tsx';
import type { RecordedText } from './recorded-text.ts';
import { type OpeningProps, useAnyOpening } from './use-any-opening.ts';

const OpenPlantUml = deferred(async () => (await import('./open-plantuml.tsx')).OpenPlantUml);
const OpenRecording = deferred(async () => (await import('./open-recording.tsx')).OpenRecording);

interface OpenDialogProps extends OpeningProps {
  /** Empty for a dialog that begins with the draft. */
  readonly given: File | string;
}

export function OpenDialog({ given, draft, onDraft, onLink, onClose }: OpenDialogProps) {
  const { opening, loadRecordedText } = useText();
  const words = useLoaded(loadRecordedText);
  const area = useRef<HTMLTextAreaElement>(null);
  const any = useAnyOpening({ draft, onDraft, onLink, onClose });
  const { text, blocks, block, choose, change, cancel, problem, isBusy, other, takeAny } = any;
  const close = () => {
    onDraft(text);
    onClose();
  };
  useEffect(() => {
    if (given !== '') void takeAny(given);
  }, [given, takeAny]);
  useEffect(() => {
    if (problem !== null && 'line' in problem && problem.line !== null)
      selectLine(area.current, problem.line);
  }, [problem]);
  if (other !== null) {
    const parts = {
      onImported: (each: ImportedDiagram) => void any.openImported(each),
      onBack: any.leaveOther,
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
      {problem !== null && words !== null && <ProblemNotice problem={problem} words={words} />}
      {isBusy && words !== null && <Reading words={words} onCancel={cancel} />}
      <div className={styles.actions}>
        {/* It keeps the focus while it's off. */}
        <button
          type="button"
          data-main
          aria-disabled={text.trim() === '' || isBusy}
          onClick={() => {
            if (text.trim() !== '' && !isBusy) void any.showAny();
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
      <RecentDiagrams onOpen={any.openRecent} onNone={() => area.current?.focus()} />
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

/** Lines count from 1. */
function selectLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
