/** In an embedded run: links to the full page, at the present step. */
import { SquareArrowOutUpRight } from 'lucide-react';
import { comparisonKeys } from '../../url/comparison-keys.ts';
import { hiddenText } from '../../url/hidden-nodes.ts';
import { pageSearch } from '../../url/page-address.ts';
import { writeQuery } from '../../url/query.ts';
import { linkToShown } from '../../url/shown-link.ts';
import { usePlayer } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './full-page-link.module.css';

export function FullPageLink() {
  const { sharing } = useText();
  const recording = usePlayer((player) => player.recording);
  const lesson = usePlayer((player) => player.lesson);
  const step = usePlayer((player) => player.step);
  const history = usePlayer((player) => player.history);
  const hidden = usePlayer((player) => player.hidden);
  const comparison = usePlayer((player) => player.comparison);
  const search = writeQuery(pageSearch(), {
    embed: null,
    ...comparisonKeys(comparison),
    hide: hiddenText(hidden),
  });
  return (
    <a
      className={styles.link}
      href={linkToShown(search, { lesson, recording, step, history }) ?? (search || '?')}
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
