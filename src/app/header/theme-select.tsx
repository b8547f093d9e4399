/** The choice of a theme: the platform's own select, collapsed to the chosen theme's icon. */
import { Moon, Projector, Sun, SunMoon } from 'lucide-react';
import { useText } from '../../features/text-context.ts';
import { type ThemeChoice, themeChoices } from '../../url/theme-choice.ts';
import styles from './header.module.css';

const signs = { system: SunMoon, light: Sun, dark: Moon, projector: Projector } as const;

interface ThemeSelectProps {
  readonly theme: ThemeChoice;
  readonly onTheme: (theme: ThemeChoice) => void;
}

export function ThemeSelect({ theme, onTheme }: ThemeSelectProps) {
  const text = useText();
  const Sign = signs[theme];
  return (
    <div className={styles.choice}>
      <Sign aria-hidden="true" />
      <select
        aria-label={text.theme}
        title={text.theme}
        value={theme}
        onChange={({ target }) => {
          const chosen = themeChoices.find((each) => each === target.value);
          if (chosen !== undefined) onTheme(chosen);
        }}
      >
        {themeChoices.map((each) => (
          <option key={each} value={each}>
            {text.themeChoices[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
