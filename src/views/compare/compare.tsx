/** Two strategies side by side: the same script, the same faults, one transport below both. */
import { type ReactNode, useId } from 'react';
import { modeOfVariant, type VariantId, variantOf, variantsOf } from '../../simulation/variants.ts';
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
  const variant = usePlayer(({ recording }) => recording.run && variantOf(recording.run.scenario));
  if (variant === null) return null;
  return (
    <span className={styles.name} data-mode={modeOfVariant(variant)}>
      {text.variant(variant)}
    </span>
  );
}

function RivalChoice() {
  const text = useText();
  const dispatch = useDispatch();
  const scenario = usePlayer((player) => player.recording.run?.scenario);
  const rival = usePlayer((player) => player.rival?.variant);
  const id = useId();
  if (rival === undefined || scenario === undefined) return null;
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {text.comparedWith}
      </label>
      <select
        id={id}
        className={styles.name}
        data-mode={modeOfVariant(rival)}
        value={rival}
        onChange={({ target }) => dispatch({ kind: 'compare-with', variant: target.value as VariantId })}
      >
        {variantsOf(scenario)
          .filter((variant) => variant !== variantOf(scenario))
          .map((variant) => (
            <option key={variant} value={variant}>
              {text.variant(variant)}
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
