/** The purpose of the page, and the list of keys. Both the list and the keyboard handler come from the same table. */
import { Fragment } from 'react';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './help-dialog.module.css';
import type { HelpText } from './help-text.ts';
import { actsOn, keyTable } from './key-table.ts';

/** Of the code and the fonts in the page. The build writes the first file, with the licence of every package. */
const licences = [
  [null, 'packages.txt'],
  ['Pretendard', 'pretendard-OFL-1.1.txt'],
  ['JetBrains Mono', 'jetbrains-mono-OFL-1.1.txt'],
] as const;

/** The table, one row per action with all its keys. */
function keysByAction(subject: 'run' | 'diagram') {
  const acting = keyTable.filter((binding) => actsOn(subject, binding));
  return [...new Set(acting.map(({ action }) => action))].map((action) => {
    const bindings = acting.filter((binding) => binding.action === action);
    return {
      action,
      combinations: bindings.map(({ shown }) => shown),
      isCharacter: bindings.every((binding) => binding.isCharacter),
    };
  });
}

interface HelpDialogProps {
  readonly words: HelpText;
  readonly onClose: () => void;
  readonly characterKeysOn: boolean;
  readonly onCharacterKeys: (on: boolean) => void;
  readonly soundIsOn: boolean;
  readonly onSound: (on: boolean) => void;
}

export function HelpDialog(props: HelpDialogProps) {
  const { words, onClose, characterKeysOn, onCharacterKeys, soundIsOn, onSound } = props;
  const text = useText();
  const subject = usePlayer(({ recording }) => (recording.imported === null ? 'run' : 'diagram'));
  return (
    <Dialog title={text.help} isOpen onClose={onClose}>
      <p>{words.introduction}</p>
      <h3>{words.keys}</h3>
      <table className={styles.keys}>
        <tbody>
          {keysByAction(subject).map(({ action, combinations, isCharacter }) => (
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
              <th scope="row">{words.keyActions[action]}</th>
            </tr>
          ))}
        </tbody>
      </table>
      <Setting name={words.keysOn} isOn={characterKeysOn} onChange={onCharacterKeys} />
      <Setting name={words.soundOn} isOn={soundIsOn} onChange={onSound} />
      {import.meta.env.MODE === 'production' && (
        <p>
          {words.licences}{' '}
          {licences.map(([name, file], index) => (
            <Fragment key={file}>
              {index > 0 && ', '}
              <a
                href={`./licenses/${file}`}
                target="_blank"
                rel="noopener"
                // A name is the same in every language.
                {...(name !== null && { lang: 'en' })}
              >
                {name ?? words.packages}
              </a>
            </Fragment>
          ))}
        </p>
      )}
    </Dialog>
  );
}

interface SettingProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
}

function Setting({ name, isOn, onChange }: SettingProps) {
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        onChange={(event) => onChange(event.target.checked)}
      />
      {name}
    </label>
  );
}
