/** Named runs saved in this browser: save, open, rename and delete. */
import { type FormEvent, useEffect, useState } from 'react';
import sandbox from '../../lessons/sandbox/lesson.ts';
import { Button } from '../../ui/button/button.tsx';
import { Complaint } from '../../ui/form/complaint.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { byData, useFocusAfter } from '../../ui/use-focus-after.ts';
import type { CodedRun } from '../../url/run-code.ts';
import {
  browserStorage,
  removeSaved,
  renameSaved,
  restoreSaved,
  SAVED_NAME_LENGTH_MAX,
  type SavedEntry,
  type SavedRun,
  type SavingProblem,
  savedEntry,
  savedRuns,
  saveRun,
  whenSavedElsewhere,
} from '../../url/saved-runs.ts';
import { useSandboxText } from './fields.tsx';
import styles from './sandbox.module.css';

interface SavedListProps {
  readonly present: CodedRun;
  readonly onOpen: (run: CodedRun) => void;
}

const base = sandbox.scenario;

export function SavedList({ present, onOpen }: SavedListProps) {
  const text = useSandboxText();
  const [memory] = useState(browserStorage);
  const [runs, setRuns] = useState(() => savedRuns(memory, base));
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<SavingProblem | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  /** The name that would replace a saved run, until the reader confirms it. */
  const [taken, setTaken] = useState<string | null>(null);
  const [lost, setLost] = useState<Lost | null>(null);
  const [, focusAfter] = useFocusAfter();
  useEffect(() => whenSavedElsewhere(() => setRuns(savedRuns(memory, base))), [memory]);
  const conclude = (found: SavingProblem | null) => {
    setProblem(found);
    setIsSaved(false);
    setTaken(null);
    setLost(null);
    setRuns(savedRuns(memory, base));
    return found === null;
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    const found = saveRun(memory, wanted, present, base);
    setIsSaved(conclude(found));
    if (found === 'name-taken') setTaken(wanted);
  };
  const offer = (entry: Lost['entry'], isReplaced: boolean) => {
    setLost({ entry, isReplaced });
    focusAfter(BRING_BACK);
  };
  const replace = (wanted: string) => {
    const entry = savedEntry(memory, wanted);
    const isDone = conclude(saveRun(memory, wanted, present, base, { replaces: true }));
    setIsSaved(isDone);
    if (isDone && entry !== null) offer(entry, true);
    else focusAfter(NAME);
  };
  const remove = (wanted: string) => {
    const entry = savedEntry(memory, wanted);
    if (conclude(removeSaved(memory, wanted)) && entry !== null) offer(entry, false);
  };
  const bringBack = ({ entry, isReplaced }: Lost) => {
    const isDone = conclude(restoreSaved(memory, entry, { replaces: isReplaced }));
    focusAfter(isDone ? byData('rename', entry.name) : NAME);
  };
  return (
    <>
      <form className={styles.save} onSubmit={save}>
        <TextField
          label={text.name}
          data-name
          value={name}
          maxLength={SAVED_NAME_LENGTH_MAX}
          onChange={(event) => {
            setName(event.target.value);
            setIsSaved(false);
            setTaken(null);
          }}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {text.save}
        </Button>
      </form>
      <p role="status" className={styles.status}>
        {isSaved ? text.savedNow : ''}
      </p>
      {problem !== null && <Complaint>{text.savingProblems[problem]}</Complaint>}
      {taken !== null && <Button onClick={() => replace(taken)}>{text.replace(taken)}</Button>}
      {lost !== null && (
        <Button data-bring-back onClick={() => bringBack(lost)}>
          {text.bringBack(lost.entry.name)}
        </Button>
      )}
      {runs === null && problem === null && <Complaint>{text.savingProblems.forbidden}</Complaint>}
      {runs?.length === 0 && <p className={styles.hint}>{text.nothingSaved}</p>}
      <ul className={styles.saved}>
        {runs?.map((run) => (
          <SavedItem
            key={run.name}
            run={run}
            onOpen={onOpen}
            onRename={(newName) => conclude(renameSaved(memory, run.name, newName))}
            onRenamed={(as) => focusAfter(byData('rename', as))}
            onRemove={() => remove(run.name)}
          />
        ))}
      </ul>
    </>
  );
}

/** An entry that was removed or replaced here, for as long as the reader can bring it back. */
interface Lost {
  readonly entry: SavedEntry;
  readonly isReplaced: boolean;
}

const BRING_BACK = '[data-bring-back]';
const NAME = '[data-name]';

interface SavedItemProps {
  readonly run: SavedRun;
  readonly onOpen: (run: CodedRun) => void;
  /** True once it's done. */
  readonly onRename: (newName: string) => boolean;
  /** Called with the present name, also if it's as before. */
  readonly onRenamed: (name: string) => void;
  readonly onRemove: () => void;
}

function SavedItem({ run: { name, content }, onOpen, onRename, onRenamed, onRemove }: SavedItemProps) {
  const text = useSandboxText();
  const [newName, setNewName] = useState<string | null>(null);
  const end = (as: string) => {
    setNewName(null);
    onRenamed(as);
  };
  if (newName !== null) {
    const rename = (event: FormEvent) => {
      event.preventDefault();
      const wanted = newName.trim();
      if (wanted !== '' && onRename(wanted)) end(wanted);
    };
    return (
      <li>
        <form className={styles.save} onSubmit={rename}>
          <TextField
            label={text.newName}
            value={newName}
            maxLength={SAVED_NAME_LENGTH_MAX}
            // The person who pressed the button is about to type.
            autoFocus
            onChange={(event) => setNewName(event.target.value)}
          />
          <Button type="submit" disabled={newName.trim() === ''}>
            {text.save}
          </Button>
          <Button onClick={() => end(name)}>{text.cancel}</Button>
        </form>
      </li>
    );
  }
  return (
    <li>
      <div className={styles.savedRow}>
        <span>{name}</span>
        {!('problem' in content) && (
          <Button aria-label={text.open(name)} onClick={() => onOpen(content)}>
            {text.open('')}
          </Button>
        )}
        <Button data-rename={name} aria-label={text.rename(name)} onClick={() => setNewName(name)}>
          {text.rename('')}
        </Button>
        <Button aria-label={text.remove(name)} onClick={onRemove}>
          {text.remove('')}
        </Button>
      </div>
      {'problem' in content && <Complaint>{text.brokenEntries[content.problem]}</Complaint>}
    </li>
  );
}
