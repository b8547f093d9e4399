/** The ready-made studies. */
import { useEffect, useRef } from 'react';
import { type StudyName, studyNames } from '../../lab/studies.ts';
import type { LabText } from './lab-text.ts';
import styles from './study-list.module.css';

interface StudyListProps {
  readonly text: LabText;
  readonly chosen: StudyName | null;
  readonly onChoose: (name: StudyName) => void;
}

export function StudyList({ text, chosen, onChoose }: StudyListProps) {
  const list = useRef<HTMLUListElement>(null);
  // Where they scroll sideways, the chosen one may be out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice scrolls.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-pressed=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return (
    <section className={styles.studies} aria-label={text.readyMade}>
      <h3 className={styles.smallHeading}>{text.readyMade}</h3>
      <ul ref={list}>
        {studyNames.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={styles.study}
              aria-pressed={name === chosen}
              onClick={() => onChoose(name)}
            >
              <strong>{text.studies[name].title}</strong>
              <span>{text.studies[name].hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
