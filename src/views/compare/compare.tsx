/** Two strategies side by side: the same script, the same faults, one transport below both. */
import { type ReactNode, useId } from 'react';
import { type StrategyId, strategyIds } from '../../simulation/placement/placement.ts';
import { modeOf } from '../../simulation/placement/placements.ts';
import { type Side, SideProvider, useDispatch, usePlayer, useShown } from '../player-context.ts';
import { Stage } from '../stage/stage.tsx';
import { useText } from '../text-context.ts';
import styles from './compare.module.css';

export function Compare() {
  return (
    <div className={styles.compare}>
      <ComparedSide side="own">
        <OwnName />
      </ComparedSide>
      <ComparedSide side="rival">
        <RivalChoice />
      </ComparedSide>
    </div>
  );
}

function ComparedSide({ side, children }: { readonly side: Side; readonly children: ReactNode }) {
  return (
    <SideProvider value={side}>
      <div className={styles.side} data-side={side}>
        <div className={styles.title}>
          {children}
          <SideScore />
        </div>
        <Stage />
      </div>
    </SideProvider>
  );
}

function OwnName() {
  const text = useText();
  const strategy = usePlayer((player) => player.recording.run?.scenario.strategy);
  if (strategy === undefined) return null;
  return (
    <span className={styles.name} data-mode={modeOf(strategy)}>
      {text.strategy(strategy)}
    </span>
  );
}

function RivalChoice() {
  const text = useText();
  const dispatch = useDispatch();
  const own = usePlayer((player) => player.recording.run?.scenario.strategy);
  const rival = usePlayer((player) => player.rival?.strategy);
  const id = useId();
  if (rival === undefined) return null;
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {text.comparedWith}
      </label>
      <select
        id={id}
        className={styles.name}
        data-mode={modeOf(rival)}
        value={rival}
        onChange={({ target }) => dispatch({ kind: 'compare-with', strategy: target.value as StrategyId })}
      >
        {strategyIds
          .filter((strategy) => strategy !== own)
          .map((strategy) => (
            <option key={strategy} value={strategy}>
              {text.strategy(strategy)}
            </option>
          ))}
      </select>
    </>
  );
}

/** How it has gone on this side so far. */
function SideScore() {
  const text = useText();
  const score = useShown(({ recording, step }) => recording.run?.scores[step]);
  if (score === undefined) return null;
  const counts = [
    { label: text.sessionsLost, count: score.sessionsLost },
    { label: text.questionsAsked, count: score.questionsAsked },
    { label: text.requestsFailed, count: score.requestsFailed },
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
