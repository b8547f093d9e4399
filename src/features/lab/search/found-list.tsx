/** The lists of faults that a search has found, by cause. Each one plays on the stage. */
import { useState } from 'react';
import type { SearchState } from '../../../lab/search/search.ts';
import type { Found } from '../../../lab/search/try-schedule.ts';
import { commandMessage } from '../../../sequence/command-message.ts';
import type { LossCause } from '../../../simulation/losses/loss.ts';
import type { Run } from '../../../trace/run.ts';
import { Button } from '../../../ui/button/button.tsx';
import { useLoaded } from '../../../ui/use-loaded.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import { worded } from '../../wording.ts';
import styles from './find-loss.module.css';
import type { FindLossText } from './find-loss-text.ts';
import { playedIn } from './search-store.ts';

interface FoundListProps {
  readonly text: FindLossText;
  readonly search: SearchState;
  /** On the stage. */
  readonly run: Run;
  readonly onPlay: (found: Found) => void;
}

/** More are shown when asked for. */
const SHOWN = 12;

export function FoundList({ text, search, run, onPlay }: FoundListProps) {
  const words = useLoaded(useText().operating);
  const phrasebook = usePlayer((player) => player.phrasebook);
  const [showsAll, setShowsAll] = useState(false);
  const { found, plan } = search;
  if (words === null || found.length === 0) return null;
  const played = playedIn(search, run);
  const wordsOf = ({ schedule }: Found) =>
    schedule.flatMap((index) => {
      const fault = plan.faults[index];
      if (fault === undefined) return [];
      const { moment: _, ...payload } = fault.command;
      return text.faultAfter(worded(words.commands, commandMessage(phrasebook, payload)), fault.step + 1);
    });
  const hidden = showsAll ? 0 : Math.max(0, found.length - SHOWN);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce its name before each of its buttons.
    <div role="group" aria-label={text.list} className={styles.lists}>
      {groupsOf(found.slice(0, found.length - hidden)).map(({ cause, members }) => (
        <section key={cause} className={styles.group}>
          <h2>{cause === null ? text.noCause : text.causes[cause]}</h2>
          <ol>
            {members.map((each) => (
              <li key={each.schedule.join()}>
                <button
                  type="button"
                  className={styles.schedule}
                  aria-pressed={each.schedule.join() === played?.join()}
                  onClick={() => onPlay(each)}
                >
                  {wordsOf(each).map((fault) => (
                    <span key={fault}>{fault}</span>
                  ))}
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {hidden > 0 && <Button onClick={() => setShowsAll(true)}>{text.more(hidden)}</Button>}
    </div>
  );
}

interface Group {
  readonly cause: LossCause | null;
  readonly members: readonly Found[];
}

/** In the order of each cause's first list. */
function groupsOf(found: readonly Found[]): readonly Group[] {
  const causes = [...new Set(found.map(({ cause }) => cause))];
  return causes.map((cause) => ({ cause, members: found.filter((each) => each.cause === cause) }));
}
