/** The run as Mermaid text: how much of it, with or without captions, plain or fenced for Markdown. */
import { useMemo, useRef, useState } from 'react';
import { fenced, MERMAID_CHARACTERS_MAX, toMermaid } from '../../sequence/to-mermaid.ts';
import { shownRows, stopOfRow } from '../../sequence/walk.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './export.module.css';

type Extent = 'whole' | 'up-to-step';

export function MermaidExport() {
  const { exporting, language } = useText();
  const diagram = usePlayer((player) => player.recording.diagram);
  const step = usePlayer(({ recording, step: row }) => stopOfRow(recording.diagram, row));
  const last = usePlayer(({ recording, step: row }) => shownRows(recording.diagram, row).present[1]);
  const [extent, setExtent] = useState<Extent>('whole');
  const [captions, setCaptions] = useState(false);
  const { said, copy } = useCopy(exporting);
  const area = useRef<HTMLTextAreaElement>(null);
  const { text } = useMemo(
    () => toMermaid(diagram, { captions, ...(extent === 'up-to-step' && { upTo: last }) }),
    [diagram, captions, extent, last],
  );
  return (
    <section className={styles.part} aria-labelledby="export-mermaid">
      <h3 id="export-mermaid">{exporting.mermaid}</h3>
      <p>{exporting.mermaidIntroduction}</p>
      <div className={styles.choices}>
        <RadioGroup
          label={exporting.extent}
          look="pills"
          options={[
            { value: 'whole', label: exporting.whole },
            { value: 'up-to-step', label: exporting.upToStep(step + 1) },
          ]}
          value={extent}
          onChange={setExtent}
        />
        <label className={styles.check}>
          <input type="checkbox" checked={captions} onChange={(event) => setCaptions(event.target.checked)} />
          {exporting.withCaptions}
        </label>
      </div>
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
