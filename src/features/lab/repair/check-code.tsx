/** Reads a student's code, and has every repair in it judged again. */

import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { changedSettings } from '../../../lab/repair/challenge.ts';
import { Button } from '../../../ui/button/button.tsx';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { draftsOf } from '../../../url/kept-drafts.ts';
import { readSolvedCode, type SolvedCodeProblem, type SolvedEntry } from '../../../url/solved-code.ts';
import { useText } from '../../text-context.ts';
import type { Workers } from '../lab-workers.ts';
import { checkEntries, type Finding } from './checked-code.ts';
import parts from './repair-parts.module.css';
import type { RepairText } from './repair-text.ts';
import { valueText } from './setting-form.tsx';
import { challengeAt } from './shown-challenge.ts';
import { Stars } from './stars.tsx';
import styles from './tools.module.css';

interface CheckCodeProps {
  readonly text: RepairText;
  readonly workers: Workers | null;
}

interface Checked {
  readonly name: string;
  readonly entries: readonly SolvedEntry[];
  readonly findings: readonly Finding[];
}

export function CheckCode({ text, workers }: CheckCodeProps) {
  const { lecturer } = text;
  const id = useId();
  const draft = useDraft(draftsOf('solved-code'), '');
  const pasted = draft.text ?? '';
  const [problem, setProblem] = useState<SolvedCodeProblem | null>(null);
  const [checked, setChecked] = useState<Checked | null>(null);
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  const check = (event: FormEvent) => {
    event.preventDefault();
    stop.current();
    const read = readSolvedCode(pasted);
    setProblem('problem' in read ? read.problem : null);
    setChecked(null);
    if ('problem' in read || workers === null) return;
    const { name, solved } = read;
    setChecked({ name, entries: solved, findings: solved.map(() => ({ kind: 'checking' })) });
    stop.current = checkEntries(solved, {
      workers,
      challengeOf: ({ challenge }) => challengeAt(text, challenge),
      onFinding: (index, finding) =>
        setChecked((now) => now && { ...now, findings: now.findings.with(index, finding) }),
    });
  };
  return (
    <section className={`${parts.card} ${styles.tool}`} aria-label={lecturer.checkTitle}>
      <h3>{lecturer.checkTitle}</h3>
      <p>{lecturer.checkAbout}</p>
      <form onSubmit={check}>
        <label htmlFor={id}>{lecturer.pasted}</label>
        <textarea
          id={id}
          rows={5}
          value={pasted}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          onChange={({ target }) => draft.keep(target.value || null)}
        />
        {problem !== null && (
          <p id={`${id}-problem`} className={parts.complaint} role="alert">
            {lecturer.problems[problem]}
          </p>
        )}
        <Button type="submit" isMain disabled={pasted.trim() === '' || workers === null}>
          {lecturer.check}
        </Button>
      </form>
      {checked !== null && <Findings text={text} checked={checked} />}
    </section>
  );
}

function Findings({
  text,
  checked: { name, entries, findings },
}: {
  readonly text: RepairText;
  readonly checked: Checked;
}) {
  const view = useText();
  const { lecturer } = text;
  // Each finding renders the table again, and a code of a challenge takes time to read.
  const titles = useMemo(() => entries.map((entry) => titleOf(text, entry)), [text, entries]);
  const howOf = ({ repair }: SolvedEntry) =>
    changedSettings(repair)
      .map(([setting, value]) => `${text.settings[setting]}: ${valueText(text, view, setting, value)}`)
      .join(', ');
  if (entries.length === 0) return <p role="status">{lecturer.empty}</p>;
  return (
    <div className={styles.table}>
      {titles.some(({ isOwn }) => isOwn) && <p>{lecturer.ownHint}</p>}
      <table>
        <caption>{name === '' ? lecturer.noName : lecturer.by(name)}</caption>
        <thead>
          <tr>
            {lecturer.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, index) => (
            <tr key={entry.challenge}>
              <th scope="row">{titles[index]?.title}</th>
              <td>{howOf(entry)}</td>
              <td>{lecturer.when(entry.atMinutes)}</td>
              <td>
                <FindingWords text={text} finding={findings[index] ?? { kind: 'checking' }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A reader can give a challenge any title, such as one of the page's own. */
function titleOf(
  text: RepairText,
  { challenge }: SolvedEntry,
): { readonly title: string; readonly isOwn: boolean } {
  const shown = challengeAt(text, challenge);
  if (shown === null) return { title: challenge.slice(0, 40), isOwn: false };
  const isOwn = shown.words === null;
  return { title: isOwn ? text.lecturer.ownTitle(shown.title) : shown.title, isOwn };
}

function FindingWords({ text, finding }: { readonly text: RepairText; readonly finding: Finding }) {
  const { lecturer } = text;
  switch (finding.kind) {
    case 'holds':
      return (
        <>
          <span data-accepted>{lecturer.holds}</span>{' '}
          <Stars count={finding.stars} label={text.stars(finding.stars)} />
        </>
      );
    case 'fails':
      return <span data-refused>{lecturer.fails}</span>;
    case 'unknown':
      return lecturer.unknown;
    case 'no-such':
      return lecturer.noSuch;
    case 'not-allowed':
      return <span data-refused>{lecturer.notAllowed}</span>;
    default:
      return lecturer.checking;
  }
}
