/** Opens a file of runs, which `npm run lab` or this page has written, and says what is wrong with it. */
import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { worded } from '../wording.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import type { FileReport } from './sweep-store.ts';
import { problemText } from './words.ts';

export interface OpenRunsProps {
  readonly text: LabText;
  /** What is said about the file that was opened last. */
  readonly report: FileReport | null;
  readonly onChoose: (file: File) => void;
}

export function OpenRuns({ text, report, onChoose }: OpenRunsProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => chooser.current?.click()}>
        <FolderOpen aria-hidden="true" />
        {text.openRuns}
      </Button>
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
          if (file !== undefined) onChoose(file);
        }}
      />
      {report?.kind === 'reading' && <progress aria-label={text.openingRuns} value={report.share} />}
      <span role="status" className={parts.secondary}>
        {report !== null && reportText(text, report)}
      </span>
    </>
  );
}

function reportText(text: LabText, report: FileReport): string {
  switch (report.kind) {
    case 'reading':
      return text.openingRuns;
    case 'cut':
      return text.cutFile;
    case 'unreadable':
      return text.unreadableFile;
    case 'wrong':
      return report.problem.kind === 'bad-study'
        ? problemText(text, report.problem.problem)
        : worded(text.fileProblems, report.problem);
    default:
      throw new Error(`Unknown report ${report satisfies never}`);
  }
}
