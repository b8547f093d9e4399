/** Changes the language: a button that names the other one, or a list where there are more. Each is named in itself. */
import { Languages } from 'lucide-react';
import { useText } from '../../features/text-context.ts';
import { type LanguageId, languageById, languages } from '../../url/languages.ts';
import styles from './header.module.css';

interface LanguageSwitchProps {
  readonly onLanguage: (language: LanguageId) => void;
}

export function LanguageSwitch({ onLanguage }: LanguageSwitchProps) {
  const text = useText();
  const [other, ...more] = languages.filter(({ id }) => id !== text.language);
  if (other === undefined) return null;
  if (more.length === 0) {
    return (
      <button type="button" data-language-switch lang={other.id} onClick={() => onLanguage(other.id)}>
        {other.name}
      </button>
    );
  }
  return (
    <div className={styles.choice}>
      <Languages aria-hidden="true" />
      <select
        data-language-switch
        aria-label={text.languageChoice}
        title={text.languageChoice}
        value={text.language}
        onChange={({ target }) => {
          const chosen = languageById(target.value);
          if (chosen !== undefined) onLanguage(chosen.id);
        }}
      >
        {languages.map(({ id, name }) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
