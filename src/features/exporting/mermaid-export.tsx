/** The run as Mermaid text: how much of it, with or without captions, plain or fenced for Markdown. */
import { useMemo, useRef } from 'react';
import { fenced, MERMAID_CHARACTERS_MAX, toMermaid } from '../../sequence/to-mermaid.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { useText } from '../text-context.ts';
import styles from './export.module.css';
import { useTextChoices } from './use-text-choices.tsx';

export function MermaidExport() {
  const { exporting, language } = useText();
  const { diagram, options, fields } = useTextChoices();
  const { said, copy } = useCopy(exporting);
  const area = useRef<HTMLTextAreaElement>(null);
  const { text } = useMemo(() => toMermaid(diagram, options), [diagram, options]);
  return (
    <section className={styles.part} aria-labelledby="export-mermaid">
      <h3 id="export-mermaid">{exporting.mermaid}</h3>
      <p>{exporting.mermaidIntroduction}</p>
      {fields}
      <textarea
        ref={area}
        className={styles.text}
        aria-label={exporting.mermaidText}
        lang={language}
        rows={10}
        readOnly
        spellCheck={false}
        value={text}
      />
      {text.length > MERMAID_CHARACTERS_MAX && (
        <p className={styles.warning}>{exporting.longForMermaid(text.length, MERMAID_CHARACTERS_MAX)}</p>
      )}
      <div className={styles.actions}>
        <button type="button" onClick={() => copy(text, area.current)}>
          {exporting.copyText}
        </button>
        <button type="button" onClick={() => copy(fenced(text), area.current)}>
          {exporting.copyMarkdown}
        </button>
        <p role="status">{said}</p>
      </div>
    </section>
  );
}
