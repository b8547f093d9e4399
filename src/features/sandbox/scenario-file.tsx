/** The scenario and the commands as JSON: read, edited in place, and saved as a file. */

import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { download } from '../../ui/download.ts';
import { Complaint } from '../../ui/form/complaint.tsx';
import { DraftNotice } from '../../ui/form/draft-notice.tsx';
import { useDraft } from '../../ui/form/use-draft.ts';
import { draftsOf } from '../../url/kept-drafts.ts';
import type { CodedRun } from '../../url/run-code.ts';
import {
  readScenarioFile,
  SCENARIO_FILE_NAME,
  SCENARIO_SCHEMA_FILE,
  type ScenarioFileProblem,
  writeScenarioFile,
} from '../../url/scenario-file.ts';
import { useSandboxText } from './fields.tsx';
import { limitText } from './limit-messages.ts';
import styles from './sandbox.module.css';
import type { SandboxText } from './sandbox-text.ts';

interface ScenarioFileProps {
  readonly present: CodedRun;
  readonly onOpen: (run: CodedRun) => void;
}

const PROBLEMS_SHOWN_MAX = 5;

export function ScenarioFile({ present, onOpen }: ScenarioFileProps) {
  const text = useSandboxText();
  const [problem, setProblem] = useState<ScenarioFileProblem | null>(null);
  // The one-file page is alone in its folder.
  const hasSchema = import.meta.env.MODE !== 'one-file';
  const schemaUrl = hasSchema ? new URL(SCENARIO_SCHEMA_FILE, document.baseURI).href : null;
  const written = writeScenarioFile(present, schemaUrl);
  // A command changes the run, and not what this text was typed for.
  const draft = useDraft(draftsOf('scenario'), JSON.stringify(present.scenario));
  const shown = draft.text ?? written;
  /** @param then Not called if it can't be read; the problem is shown then. */
  const check = (then: (run: CodedRun) => void) => {
    const read = readScenarioFile(shown);
    setProblem('problem' in read ? read.problem : null);
    if (!('problem' in read)) then(read);
  };
  const use = (run: CodedRun) => {
    draft.keep(null);
    onOpen(run);
  };
  const save = () => download(new Blob([shown], { type: 'application/json' }), SCENARIO_FILE_NAME);
  return (
    <div className={styles.asText}>
      <p>
        {text.fileHint}{' '}
        {schemaUrl !== null && (
          <a href={schemaUrl} target="_blank" rel="noreferrer">
            {text.schema}
          </a>
        )}
      </p>
      <textarea
        aria-label={text.asFile}
        rows={14}
        spellCheck={false}
        data-draft="scenario"
        value={shown}
        onChange={({ target }) => draft.keep(target.value === written ? null : target.value)}
      />
      <DraftNotice draft={draft} text={text.draft} kind="scenario" />
      {problem !== null && (
        <Complaint>
          {sentences(text, problem).map((each) => (
            <p key={each}>{each}</p>
          ))}
        </Complaint>
      )}
      <div className={styles.save}>
        <Button onClick={() => check(use)}>{text.useText}</Button>
        <Button onClick={() => check(save)}>{text.saveFile}</Button>
      </div>
    </div>
  );
}

function sentences(text: SandboxText, problem: ScenarioFileProblem): readonly string[] {
  switch (problem.kind) {
    case 'not-json':
      return [text.notJson(problem.where)];
    case 'no-scenario':
      return [text.noScenario];
    case 'unknown-member':
      return [text.unknownMember(problem.member)];
    case 'fields':
      return problem.problems
        .slice(0, PROBLEMS_SHOWN_MAX)
        .map((each) => `${each.field}: ${limitText(text, each, 'one')}`);
    default:
      throw new Error(`Unknown problem ${problem satisfies never}`);
  }
}
