/** Opens a file of runs, which `npm run lab` or this page has written, and says what is wrong with it. */
import { FolderOpen } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { type FileProblem, readingFile } from '../../lab/lines-of-file.ts';
import type { Study } from '../../lab/study.ts';
import { inSlices } from '../../sequence/interruptible.ts';
import { worded } from '../wording.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import type { LabStore } from './sweep-store.ts';
import { problemText } from './words.ts';

/** Called with the study whose runs were opened. */
export type OnOpened = (study: Study) => void;

interface OpenRunsProps {
  readonly text: LabText;
  readonly store: LabStore;
  readonly onOpened: OnOpened;
}

export function OpenRuns({ text, store, onOpened }: OpenRunsProps) {
  const [said, say] = useState('');
  const { isCut } = useSyncExternalStore(store.subscribe, store.getState);
  const chooser = useRef<HTMLInputElement>(null);
  const open = async (file: File) => {
    say(text.openingRuns);
    try {
      const read = await inSlices(readingFile(await file.text()));
      say('problem' in read ? fileProblemText(text, read.problem) : '');
      if ('problem' in read) return;
      store.open(read.results, read);
      onOpened(read.results.study);
    } catch {
      // The file is too large for one text, or can't be read any more.
      say(text.unreadableFile);
    }
  };
  return (
    <>
      <button type="button" className={parts.plain} onClick={() => chooser.current?.click()}>
        <FolderOpen aria-hidden="true" />
        {text.openRuns}
      </button>
      <input
        ref={chooser}
        type="file"
        aria-label={text.openRuns}
        accept=".ndjson,.jsonl,.json"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again.
          target.value = '';
          if (file !== undefined) void open(file);
        }}
      />
      <span role="status" className={parts.secondary}>
        {said === '' && isCut ? text.cutFile : said}
      </span>
    </>
  );
}

function fileProblemText(text: LabText, problem: FileProblem): string {
  return problem.kind === 'bad-study'
    ? problemText(text, problem.problem)
    : worded(text.fileProblems, problem);
}
