/** What this is, and the list of keys: the same table that the keyboard handler reads. */
import { Dialog } from '../dialog/dialog.tsx';
import { keyTable } from '../keyboard/key-table.ts';
import { useText } from '../text-context.ts';
import styles from './help-dialog.module.css';

/** The table, a row an action with all the keys that do it. */
const keysByAction = [...new Set(keyTable.map(({ action }) => action))].map((action) => {
  const bindings = keyTable.filter((binding) => binding.action === action);
  return {
    action,
    combinations: bindings.map(({ shown }) => shown),
    isCharacter: bindings.every((binding) => binding.isCharacter),
  };
});

interface HelpDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly characterKeysOn: boolean;
  readonly onCharacterKeys: (on: boolean) => void;
}

export function HelpDialog({ isOpen, onClose, characterKeysOn, onCharacterKeys }: HelpDialogProps) {
  const text = useText();
  return (
    <Dialog title={text.help} isOpen={isOpen} onClose={onClose}>
      <p>{text.helpIntroduction}</p>
      <h3>{text.keys}</h3>
      <table className={styles.keys}>
        <tbody>
          {keysByAction.map(({ action, combinations, isCharacter }) => (
            <tr key={action} data-off={isCharacter && !characterKeysOn}>
              <td>
                {combinations.map((keys) => (
                  <span key={keys.join()} className={styles.combination}>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </span>
                ))}
              </td>
              <th scope="row">{text.keyAction(action)}</th>
            </tr>
          ))}
        </tbody>
      </table>
      <label className={styles.switch}>
        <input
          type="checkbox"
          role="switch"
          aria-checked={characterKeysOn}
          checked={characterKeysOn}
          onChange={(event) => onCharacterKeys(event.target.checked)}
        />
        {text.keysOn}
      </label>
    </Dialog>
  );
}
