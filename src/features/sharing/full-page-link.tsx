/** Inside another page: leads to the whole of Statescope, at the step that is shown here. */
import { SquareArrowOutUpRight } from 'lucide-react';
import { linkTo } from '../../url/link-to.ts';
import { pageSearch } from '../../url/page-address.ts';
import { writeQuery } from '../../url/query.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './full-page-link.module.css';

export function FullPageLink() {
  const { sharing } = useText();
  const { run } = usePlayer((player) => player.recording);
  const lesson = usePlayer((player) => player.lesson);
  const step = usePlayer((player) => player.step);
  const history = usePlayer((player) => player.history);
  const compared = usePlayer((player) => player.comparison?.variant);
  const search = writeQuery(pageSearch(), { embed: null, compare: compared ?? null });
  return (
    <a
      className={styles.link}
      href={run === null ? search || '?' : linkTo(search, lesson, run, step, history)}
      target="_blank"
      rel="noopener"
      aria-label={sharing.fullPage}
      title={sharing.fullPage}
    >
      <span className={styles.name}>Statescope</span>
      <SquareArrowOutUpRight aria-hidden="true" />
    </a>
  );
}
