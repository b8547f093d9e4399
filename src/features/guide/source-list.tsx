/** Sources of a fact, by name and section, each with a link. */
import type { Source } from '../../lessons/sources.ts';
import styles from './source-list.module.css';

interface SourceListProps {
  readonly label: string;
  readonly sources: readonly Source[];
}

export function SourceList({ label, sources }: SourceListProps) {
  if (sources.length === 0) return null;
  return (
    <ul className={styles.sources} aria-label={label} lang="en">
      {sources.map((source) => (
        <li key={source.url}>
          <a href={source.url} target="_blank" rel="noreferrer">
            {nameOf(source)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function nameOf({ document, section }: Source): string {
  if (section === null) return document;
  return /^\d/.test(section) ? `${document} §${section}` : `${document}, “${section}”`;
}
