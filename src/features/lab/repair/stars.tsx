/** Up to three stars, read as their number. */
import { Star } from 'lucide-react';
import styles from './challenge-list.module.css';

const STARS = [1, 2, 3];

interface StarsProps {
  readonly count: number;
  readonly label: string;
  readonly of?: number;
}

export function Stars({ count, label, of = STARS.length }: StarsProps) {
  return (
    <span className={styles.stars} role="img" aria-label={label}>
      {STARS.slice(0, of).map((each) => (
        <Star key={each} data-on={each <= count} aria-hidden="true" />
      ))}
    </span>
  );
}
