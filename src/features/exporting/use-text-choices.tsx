/** What a text of the diagram covers: all of it, or what has been shown, with or without captions. */
import { type ReactNode, useMemo, useState } from 'react';
import type { SequenceDiagram } from '../../sequence/model.ts';
import { shownRows, stopOfRow } from '../../sequence/walk-stops.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useShown } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './export.module.css';

interface TextChoices {
  readonly diagram: SequenceDiagram;
  /** The same object until a choice changes. */
  readonly options: { readonly captions: boolean; readonly upTo?: number };
  readonly fields: ReactNode;
}

export function useTextChoices(): TextChoices {
  const { exporting } = useText();
  const diagram = useShown(({ recording }) => recording.diagram);
  const step = useShown(({ recording, step: row }) => stopOfRow(recording.diagram, row));
  const last = useShown(({ recording, step: row }) => shownRows(recording.diagram, row).present[1]);
  const [extent, setExtent] = useState<'whole' | 'up-to-step'>('whole');
  const [captions, setCaptions] = useState(false);
  const options = useMemo(
    () => ({ captions, ...(extent === 'up-to-step' && { upTo: last }) }),
    [captions, extent, last],
  );
  const fields = (
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
  );
  return { diagram, options, fields };
}
