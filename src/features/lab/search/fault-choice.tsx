/** Which kinds of faults a search tries. */
import { type FaultKind, faultKinds } from '../../../lab/search/faults.ts';
import styles from './find-loss.module.css';
import type { FindLossText } from './find-loss-text.ts';

interface FaultChoiceProps {
  readonly text: FindLossText;
  readonly kinds: readonly FaultKind[];
  readonly onToggle: (kind: FaultKind) => void;
}

export function FaultChoice({ text, kinds, onToggle }: FaultChoiceProps) {
  return (
    <details className={styles.choice}>
      <summary>
        {text.faults}: {kinds.map((kind) => text.kinds[kind]).join(', ')}
      </summary>
      <fieldset className={styles.kinds}>
        <legend className="visually-hidden">{text.faults}</legend>
        {faultKinds.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={kinds.includes(kind)} onChange={() => onToggle(kind)} />
            {text.kinds[kind]}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
