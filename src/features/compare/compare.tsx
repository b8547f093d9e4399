/** Two strategies side by side: the same script, the same faults, one set of playback controls. */
import { ChartLine, ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { OTHER_SIDE } from '../../lessons/lesson.ts';
import { comparedSide, type FixSide, ownSide } from '../../player/fix.ts';
import { scoreAtRow } from '../../player/recording.ts';
import type { Side } from '../../player/selection.ts';
import { lossCauses } from '../../simulation/losses/loss.ts';
import { variantOf } from '../../simulation/variant-of.ts';
import { modeOfVariant, type VariantId, variantsOf } from '../../simulation/variants.ts';
import { SideProvider, useDispatch, usePlayer, useShown } from '../player-context.ts';
import { useText } from '../text-context.ts';
import styles from './compare.module.css';

interface CompareProps {
  /** Content below each side's name. It reads its side from `useSide`. */
  readonly children: ReactNode;
  /** All figures of both sides, opened by a button. */
  readonly trends: (onClose: () => void) => ReactNode;
}

export function Compare({ children, trends }: CompareProps) {
  return (
    <div className={styles.compare} data-sides>
      <ComparedSide
        side="own"
        title={
          <>
            <OwnChoice />
            <TrendsButton trends={trends} />
          </>
        }
      >
        {children}
      </ComparedSide>
      <ComparedSide side="comparison" title={<ComparisonChoice />}>
        {children}
      </ComparedSide>
    </div>
  );
}

interface ComparedSideProps {
  readonly side: Side;
  readonly title: ReactNode;
  readonly children: ReactNode;
}

function ComparedSide({ side, title, children }: ComparedSideProps) {
  return (
    <SideProvider value={side}>
      <div className={styles.side} data-side={side}>
        <div className={styles.title}>
          {title}
          <SideScore />
        </div>
        {children}
      </div>
    </SideProvider>
  );
}

/** All figures of both sides and their trends. Beside a name, there's room only for the worst ones. */
function TrendsButton({ trends }: Pick<CompareProps, 'trends'>) {
  const { scoreboard } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.trends}
        aria-label={scoreboard}
        title={scoreboard}
        onClick={() => setIsOpen(true)}
      >
        <ChartLine aria-hidden="true" />
      </button>
      {isOpen && trends(() => setIsOpen(false))}
    </>
  );
}

function OwnChoice() {
  const dispatch = useDispatch();
  const text = useText();
  const scenario = usePlayer((player) => player.recording.run?.scenario);
  const side = usePlayer(ownSide);
  if (scenario === undefined) return null;
  if (side !== null) return <SideName side={side} />;
  return (
    <VariantChoice
      label={text.whereStateLives}
      variant={variantOf(scenario)}
      variants={variantsOf(scenario)}
      onChoose={(variant) => dispatch({ kind: 'choose-variant', variant })}
    />
  );
}

function ComparisonChoice() {
  const text = useText();
  const dispatch = useDispatch();
  const scenario = usePlayer((player) => player.recording.run?.scenario);
  const comparison = usePlayer((player) => player.comparison?.variant);
  const side = usePlayer(comparedSide);
  if (comparison === undefined || scenario === undefined) return null;
  if (comparison === OTHER_SIDE) return side === null ? null : <SideName side={side} />;
  return (
    <VariantChoice
      label={text.comparedWith}
      variant={comparison}
      variants={variantsOf(scenario).filter((variant) => variant !== variantOf(scenario))}
      onChoose={(variant) => dispatch({ kind: 'compare-with', variant })}
    />
  );
}

/** A side of the fix that both runs differ in. */
function SideName({ side }: { readonly side: FixSide }) {
  const text = useText();
  return <span className={styles.name}>{text.fixSides[side]}</span>;
}

interface VariantChoiceProps {
  readonly label: string;
  readonly variant: VariantId;
  readonly variants: readonly VariantId[];
  readonly onChoose: (variant: VariantId) => void;
}

function VariantChoice({ label, variant, variants, onChoose }: VariantChoiceProps) {
  const text = useText();
  return (
    <span className={styles.name} data-mode={modeOfVariant(variant)}>
      <span aria-hidden="true">{text.variants[variant]}</span>
      <ChevronDown aria-hidden="true" />
      {/* It lies invisibly over its words, because a select truncates text that would wrap. */}
      <select
        aria-label={label}
        value={variant}
        onChange={({ target }) => onChoose(target.value as VariantId)}
      >
        {variants.map((each) => (
          <option key={each} value={each}>
            {text.variants[each]}
          </option>
        ))}
      </select>
    </span>
  );
}

/** This side's score so far. */
function SideScore() {
  const text = useText();
  const score = useShown(({ recording, step }) => scoreAtRow(recording, step));
  const isCluster = useShown(({ recording }) => recording.run?.scenario.kind === 'cluster');
  if (score === undefined) return null;
  const ofSessions = [
    { label: text.sessionsLost, count: score.sessionsLost },
    ...lossCauses
      .map((cause) => ({ label: text.lossNames[cause], count: score.losses[cause] }))
      .filter(({ count }) => count > 0),
    { label: text.questionsAsked, count: score.questionsAsked },
  ];
  // Plain TCP and UDP runs have no sessions.
  const counts = [
    ...(isCluster ? ofSessions : []),
    { label: text.requestsFailed, count: score.requestsFailed },
    ...(score.duplicateCharges > 0 ? [{ label: text.duplicateCharges, count: score.duplicateCharges }] : []),
  ];
  return (
    <p className={styles.score}>
      {counts.map(({ label, count }) => (
        <span key={label} data-bad={count > 0}>
          {label} <b>{text.number(count)}</b>
        </span>
      ))}
    </p>
  );
}
