/** The code that says what was solved. */

import { useId, useRef } from 'react';
import { Button } from '../../../ui/button/button.tsx';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { useCopy } from '../../../ui/use-copy.ts';
import { draftsOf } from '../../../url/kept-drafts.ts';
import { NAME_CHARACTERS_MAX, type SolvedEntry, solvedCode } from '../../../url/solved-code.ts';
import { useText } from '../../text-context.ts';
import parts from './repair-parts.module.css';
import type { RepairText } from './repair-text.ts';
import styles from './tools.module.css';

interface LecturerCodeProps {
  readonly text: RepairText;
  readonly solved: readonly SolvedEntry[];
}

export function LecturerCode({ text, solved }: LecturerCodeProps) {
  const { lecturer } = text;
  const { sharing } = useText();
  const draft = useDraft(draftsOf('solver'), '');
  const name = draft.text ?? '';
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const { said, copy } = useCopy(sharing);
  const code = solvedCode({ name: name.trim(), solved });
  return (
    <section className={`${parts.card} ${styles.tool}`} aria-label={lecturer.title}>
      <h3>{lecturer.title}</h3>
      <p>{lecturer.about}</p>
      {solved.length === 0 ? (
        <p>{lecturer.nothing}</p>
      ) : (
        <>
          <label htmlFor={`${id}-name`}>{lecturer.name}</label>
          <input
            id={`${id}-name`}
            type="text"
            value={name}
            maxLength={NAME_CHARACTERS_MAX}
            autoComplete="name"
            onChange={({ target }) => draft.keep(target.value || null)}
          />
          <label htmlFor={`${id}-code`}>{lecturer.code}</label>
          <textarea
            id={`${id}-code`}
            ref={field}
            value={code}
            readOnly
            rows={6}
            spellCheck={false}
            onFocus={(event) => event.target.select()}
          />
          <Button isMain onClick={() => void copy(code, field.current)}>
            {lecturer.copy}
          </Button>
          <p role="status">{said}</p>
        </>
      )}
    </section>
  );
}
