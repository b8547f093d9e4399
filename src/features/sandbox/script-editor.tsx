/** A script, line by line, with fields and buttons to move lines; or all of it as text. */

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Problem } from '../../simulation/validation/check.ts';
import { Button } from '../../ui/button/button.tsx';
import { Complaint } from '../../ui/form/complaint.tsx';
import { DraftNotice } from '../../ui/form/draft-notice.tsx';
import { useDraft } from '../../ui/form/use-draft.ts';
import { useFocusAfter } from '../../ui/use-focus-after.ts';
import { draftsOf } from '../../url/kept-drafts.ts';
import { kindsBeside, kindsFor, lineOfKind } from './applications.ts';
import { ChoiceField, useSandboxText } from './fields.tsx';
import { limitText } from './limit-messages.ts';
import { LineFields } from './line-fields.tsx';
import styles from './sandbox.module.css';
import { exampleLines, readScript, type ScriptLine, writeScript } from './script-text.ts';

interface ScriptEditorProps {
  readonly script: readonly ScriptLine[];
  /** An initial line for an empty script. */
  readonly sample: ScriptLine;
  readonly clients: number;
  /** The number of the group whose script it is, from 1. */
  readonly group: number;
  readonly onScript: (script: readonly ScriptLine[]) => Problem | null;
}

export function ScriptEditor({ script, sample, clients, group, onScript }: ScriptEditorProps) {
  const text = useSandboxText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [list, focusAfter] = useFocusAfter<HTMLFieldSetElement>();
  const change = (next: readonly ScriptLine[]) => {
    const found = onScript(next);
    setProblem(found);
    return found;
  };
  const put = (index: number, line: ScriptLine) => onScript(script.with(index, line));
  const move = (index: number, by: -1 | 1) => {
    const line = script[index];
    const other = script[index + by];
    if (line === undefined || other === undefined) return;
    change(script.with(index, other).with(index + by, line));
    const target = index + by;
    const isAtEnd = target === 0 || target === script.length - 1;
    // At either end the pressed button becomes disabled, so the opposite one gets the focus.
    const direction = isAtEnd ? (by < 0 ? 'down' : 'up') : by < 0 ? 'up' : 'down';
    focusAfter(`[data-button="${direction} ${target}"]`);
  };
  const remove = (index: number) => {
    change(script.toSpliced(index, 1));
    const next = Math.min(index, script.length - 2);
    focusAfter(next < 0 ? '[data-add]' : `[data-button="remove ${next}"]`);
  };
  return (
    <fieldset className={styles.script} ref={list}>
      <legend>{text.script}</legend>
      <ol>
        {script.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the script, and nothing else.
          <li key={index} aria-label={text.line(index + 1)}>
            <div className={styles.line}>
              <ChoiceField
                label={text.line(index + 1)}
                isLabelHidden
                options={kindsFor(line, clients).map((kind) => ({
                  value: kind,
                  label: text.lineKinds[kind],
                }))}
                value={line.kind}
                onValue={(kind) => put(index, lineOfKind(kind))}
              />
              <div className={styles.moves}>
                <Button
                  data-button={`up ${index}`}
                  aria-label={text.moveUp(index + 1)}
                  title={text.moveUp(index + 1)}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <ArrowUp aria-hidden="true" />
                </Button>
                <Button
                  data-button={`down ${index}`}
                  aria-label={text.moveDown(index + 1)}
                  title={text.moveDown(index + 1)}
                  disabled={index === script.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <ArrowDown aria-hidden="true" />
                </Button>
                <Button
                  data-button={`remove ${index}`}
                  aria-label={text.removeLine(index + 1)}
                  title={text.removeLine(index + 1)}
                  onClick={() => remove(index)}
                >
                  <X aria-hidden="true" />
                </Button>
              </div>
            </div>
            <div className={styles.lineFields}>
              {/* Another kind of line has other fields, so these are reset. */}
              <LineFields
                key={line.kind}
                line={line}
                clients={clients}
                onLine={(changed) => put(index, changed)}
              />
            </div>
          </li>
        ))}
      </ol>
      {problem !== null && <Complaint>{limitText(text, problem, 'one')}</Complaint>}
      <Button data-add onClick={() => change([...script, script.at(-1) ?? sample])}>
        <Plus aria-hidden="true" />
        {text.addLine}
      </Button>
      <ScriptAsText script={script} sample={sample} group={group} onScript={change} />
    </fieldset>
  );
}

function ScriptAsText({ script, sample, group, onScript }: Omit<ScriptEditorProps, 'clients'>) {
  const text = useSandboxText();
  const [unknown, setUnknown] = useState<ReturnType<typeof readScript>['unknown']>([]);
  const written = writeScript(script);
  const kind = `script ${group}` as const;
  const draft = useDraft(draftsOf(kind), written);
  const [wasKept] = useState(draft.text !== null);
  const shown = draft.text ?? written;
  const take = () => {
    const kinds = kindsBeside(sample);
    const read = readScript(shown, (line) => kinds.includes(line.kind));
    setUnknown(read.unknown);
    if (onScript(read.lines) !== null) return;
    draft.keep(null);
    // Input stays as typed while part of it isn't understood.
    if (read.unknown.length > 0) draft.keepFor(writeScript(read.lines), shown);
  };
  return (
    <details className={styles.asText} open={wasKept}>
      <summary>{text.asText}</summary>
      <p>{text.asTextHint}</p>
      <p className={styles.verbs}>{exampleLines(kindsBeside(sample)).join(' · ')}</p>
      <textarea
        aria-label={text.asText}
        rows={Math.min(12, Math.max(4, script.length + 1))}
        spellCheck={false}
        data-draft={kind}
        value={shown}
        onChange={({ target }) => draft.keep(target.value === written ? null : target.value)}
      />
      <DraftNotice draft={draft} text={text.draft} kind={kind} />
      {unknown.length > 0 && (
        <Complaint>
          {unknown.slice(0, 5).map(({ number, text: line, fault, suggestion }) => (
            <p key={number}>
              {fault === undefined
                ? text.notUnderstood(number, line)
                : text.scriptFaults[fault](number, line)}
              {suggestion !== undefined && ` ${text.meant(suggestion)}`}
            </p>
          ))}
        </Complaint>
      )}
      <Button onClick={take}>{text.useText}</Button>
    </details>
  );
}
