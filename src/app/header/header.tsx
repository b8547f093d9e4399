/** The name, the lesson, and settings for the whole page: language, theme, help. */
import { CircleQuestionMark, Ellipsis, Presentation } from 'lucide-react';
import { useRef, useState } from 'react';
import { ExportButton } from '../../features/exporting/export-button.tsx';
import { useGuide } from '../../features/guide-context.ts';
import { OpenButton } from '../../features/importing/open-button.tsx';
import { usePlayer } from '../../features/player-context.ts';
import { ShareButton } from '../../features/sharing/share-button.tsx';
import { useText } from '../../features/text-context.ts';
import { useDismiss } from '../../ui/use-dismiss.ts';
import type { LanguageId } from '../../url/languages.ts';
import type { ThemeChoice } from '../../url/theme-choice.ts';
import { openLink } from '../history-entries.ts';
import styles from './header.module.css';
import { LanguageSwitch } from './language-switch.tsx';
import { LessonButton } from './lesson-button.tsx';
import { Logo } from './logo.tsx';
import { Navigation } from './navigation.tsx';
import { ThemeSelect } from './theme-select.tsx';

export interface HeaderProps {
  readonly theme: ThemeChoice;
  readonly onTheme: (theme: ThemeChoice) => void;
  readonly onLanguage: (language: LanguageId) => void;
  readonly onHelp: () => void;
  readonly onPresent: () => void;
}

export function Header({ theme, onTheme, onLanguage, onHelp, onPresent }: HeaderProps) {
  const text = useText();
  const lesson = usePlayer((player) => player.lesson);
  const imported = usePlayer((player) => player.recording.imported);
  const { place } = useGuide();
  /** On a small screen the tools are a menu, to leave the room to the run. */
  const [isOpen, setIsOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  useDismiss(menu, isOpen, () => setIsOpen(false));
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <Logo />
        <span>Statescope</span>
      </h1>
      <Navigation />
      <p className={styles.lesson} data-page={place?.page}>
        {place !== null ? (
          text.guide.pageNames[place.page]
        ) : imported === null ? (
          <>
            <span className="visually-hidden">{text.lesson}: </span>
            {text.lessonTitle(lesson.id)}
          </>
        ) : (
          imported.title || text.opening.imported
        )}
      </p>
      <LessonButton />
      <div className={styles.toolMenu} ref={menu}>
        <button
          type="button"
          className={styles.more}
          aria-label={text.moreTools}
          title={text.moreTools}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Ellipsis />
        </button>
        <div className={styles.tools} data-open={isOpen}>
          <LanguageSwitch onLanguage={onLanguage} />
          {place === null && (
            <>
              <OpenButton onLink={openLink} />
              <ShareButton />
              <ExportButton />
            </>
          )}
          <ThemeSelect theme={theme} onTheme={onTheme} />
          <button type="button" aria-label={text.help} title={text.help} onClick={onHelp}>
            <CircleQuestionMark />
          </button>
          <button
            type="button"
            className={styles.present}
            aria-label={text.present}
            title={text.present}
            onClick={onPresent}
          >
            <Presentation />
          </button>
        </div>
      </div>
    </header>
  );
}
