/** The search field of a guide page, with the number of matches. */
import { Search } from 'lucide-react';
import styles from './search-field.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly query: string;
  /** The number of matches, in words. */
  readonly found: string;
  readonly onQuery: (query: string) => void;
}

export function SearchField({ label, query, found, onQuery }: SearchFieldProps) {
  return (
    <search className={styles.search}>
      <label className={styles.field}>
        <Search aria-hidden="true" />
        <span className="visually-hidden">{label}</span>
        <input
          type="search"
          value={query}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onQuery(event.target.value)}
        />
      </label>
      <span className={styles.found} role="status">
        {found}
      </span>
    </search>
  );
}
