/** All challenges with what was achieved, and the ways to codes and to making a challenge. */
import { Check, ClipboardCheck, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { challenges } from '../../../challenges/challenges.ts';
import { Button } from '../../../ui/button/button.tsx';
import type { GuideLocation } from '../../../url/guide-pages.ts';
import type { SolvedEntry } from '../../../url/solved-code.ts';
import styles from './challenge-list.module.css';
import parts from './repair-parts.module.css';
import type { ChallengeKey } from './repair-store.ts';
import type { RepairText } from './repair-text.ts';
import { Stars } from './stars.tsx';

/** The page's views besides challenges. No ID of a challenge is one of these. */
export const TOOLS = ['code', 'check', 'make'] as const;
type Tool = (typeof TOOLS)[number];

interface ChallengeListProps {
  readonly text: RepairText;
  readonly shown: ChallengeKey | Tool;
  readonly solved: readonly SolvedEntry[];
  readonly onGo: (entry: GuideLocation['entry']) => void;
}

export function ChallengeList({ text, shown, solved, onGo }: ChallengeListProps) {
  const starsOf = (key: ChallengeKey) => solved.find(({ challenge }) => challenge === key)?.stars ?? 0;
  const counts = challenges.map(({ id }) => starsOf(id));
  const all = challenges.length;
  const done = counts.filter((stars) => stars > 0).length;
  const stars = counts.reduce((sum, each) => sum + each, 0);
  return (
    <nav className={`${parts.card} ${styles.list}`} aria-label={text.list}>
      <p className={parts.secondary}>{text.solvedOf(done, all, stars, 3 * all)}</p>
      <progress max={all} value={done} aria-label={text.list} />
      <ol>
        {challenges.map(({ id }, index) => (
          <li key={id}>
            <button
              type="button"
              aria-current={shown === id ? 'page' : undefined}
              data-new={starsOf(id) === 0}
              onClick={() => onGo(id)}
            >
              <span className={styles.number}>{index + 1}</span>
              <span className={styles.name}>{text.words[id]?.title}</span>
              {starsOf(id) === 0 ? (
                <span className="visually-hidden">{text.unsolved}</span>
              ) : (
                <Stars count={starsOf(id)} label={text.stars(starsOf(id))} />
              )}
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.tools}>
        <ToolButton tool="code" shown={shown} onGo={onGo} icon={<Check aria-hidden="true" />}>
          {text.lecturer.open}
        </ToolButton>
        <ToolButton tool="check" shown={shown} onGo={onGo} icon={<ClipboardCheck aria-hidden="true" />}>
          {text.lecturer.checkOpen}
        </ToolButton>
        <ToolButton tool="make" shown={shown} onGo={onGo} icon={<Plus aria-hidden="true" />}>
          {text.make.open}
        </ToolButton>
      </div>
    </nav>
  );
}

interface ToolButtonProps extends Pick<ChallengeListProps, 'shown' | 'onGo'> {
  readonly tool: Tool;
  readonly icon: ReactNode;
  readonly children: string;
}

function ToolButton({ tool, shown, onGo, icon, children }: ToolButtonProps) {
  return (
    <Button aria-current={shown === tool ? 'page' : undefined} onClick={() => onGo(tool)}>
      {icon}
      {children}
    </Button>
  );
}
