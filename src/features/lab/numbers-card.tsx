/** The same numbers as in the plot, and buttons that take them elsewhere. */
import { type RefObject, useMemo } from 'react';
import type { Results } from '../../lab/results.ts';
import type { Cursor } from './cursor.ts';
import parts from './lab-parts.module.css';
import type { LabText } from './lab-text.ts';
import { NumberTable } from './number-table.tsx';
import styles from './numbers.module.css';
import type { OpenRunsProps } from './open-runs.tsx';
import type { PlotData } from './plot-data.ts';
import { type Prediction, withheld } from './prediction.ts';
import { ResultButtons } from './result-buttons.tsx';

interface NumbersCardProps {
  readonly text: LabText;
  readonly opening: Omit<OpenRunsProps, 'text'>;
  readonly results: Results;
  readonly data: PlotData;
  readonly prediction: Prediction | null;
  readonly cursor: Cursor;
  readonly pictures: RefObject<readonly SVGSVGElement[]>;
}

export function NumbersCard(props: NumbersCardProps) {
  const { text, opening, results, data, prediction, cursor, pictures } = props;
  const shown = useMemo(() => withheld(data, prediction), [data, prediction]);
  return (
    <div className={styles.numbers}>
      <div className={parts.head}>
        <div>
          <h3 className={parts.title}>{text.sameNumbers}</h3>
          <p className={parts.secondary}>{text.sameNumbersHint}</p>
        </div>
        <ResultButtons text={text} opening={opening} results={results} data={data} pictures={pictures} />
      </div>
      <NumberTable text={text} data={shown} cursor={cursor} />
    </div>
  );
}
