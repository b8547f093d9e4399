/** Which kinds of faults a search tries. */
import { type FaultKind, faultKinds } from '../../../lab/search/faults.ts';
import { CheckList } from '../../../ui/form/check-field.tsx';
import styles from './find-loss.module.css';
import type { FindLossText } from './find-loss-text.ts';

interface FaultChoiceProps {
  readonly text: FindLossText;
  readonly kinds: readonly FaultKind[];
  readonly onChange: (kinds: readonly FaultKind[]) => void;
}

export function FaultChoice({ text, kinds, onChange }: FaultChoiceProps) {
  return (
    <details className={styles.choice}>
      <summary>
        {text.faults}: {kinds.map((kind) => text.kinds[kind]).join(', ')}
      </summary>
      <CheckList
        legend={text.faults}
        isLegendHidden
        look="row"
        options={faultKinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        chosen={kinds}
        onChange={onChange}
      />
    </details>
  );
}
