/** The location of the state, and the subject of the run. Changes keep faults and position. */
import type { ReactNode } from 'react';
import { balancingPolicies } from '../../simulation/actors/balancing.ts';
import type { ClusterScenario, Scenario } from '../../simulation/scenario.ts';
import { modes } from '../../simulation/strategies/strategy-traits.ts';
import { variantOf } from '../../simulation/variant-of.ts';
import { modeOfVariant, variantOfMode, variantsOf } from '../../simulation/variants.ts';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { useStageText } from '../text-context.ts';
import { Choice } from './choice.tsx';
import { DetailSwitch } from './detail-switch.tsx';
import styles from './modes.module.css';

interface ModesProps {
  /** More switches, after the choice of a strategy. */
  readonly switches?: ReactNode;
  /** Before the switch for the detail. */
  readonly lesson?: ReactNode;
}

export function Modes({ switches, lesson }: ModesProps) {
  const scenario = usePlayer((player) => player.recording.run?.scenario);
  if (scenario === undefined) return null;
  return (
    <div className={styles.modes}>
      <ModeChoice scenario={scenario} />
      {scenario.kind === 'cluster' && <StrategyChoice scenario={scenario} />}
      {switches}
      <div className={styles.subject}>
        {lesson}
        <DetailSwitch />
        {/* Without a load balancer there's nothing to balance. */}
        {scenario.kind === 'cluster' && scenario.connections === 'granted' && (
          <BalancingChoice scenario={scenario} />
        )}
      </div>
    </div>
  );
}

/** The two modes. Where connections are the subject, they're named after their transports. */
function ModeChoice({ scenario }: { readonly scenario: Scenario }) {
  const text = useStageText();
  const dispatch = useDispatch();
  return (
    <RadioGroup
      label={text.state}
      look="segments"
      options={modes.map((mode) => ({
        value: mode,
        label: scenario.kind === 'cluster' ? text.modes[mode] : text.variants[variantOfMode(scenario, mode)],
      }))}
      value={modeOfVariant(variantOf(scenario))}
      onChange={(mode) => dispatch({ kind: 'choose-variant', variant: variantOfMode(scenario, mode) })}
    />
  );
}

function StrategyChoice({ scenario }: { readonly scenario: ClusterScenario }) {
  const text = useStageText();
  const dispatch = useDispatch();
  // Variants of one mode side by side.
  const groups = modes.map((mode) => variantsOf(scenario).filter((id) => modeOfVariant(id) === mode));
  return (
    <div data-secondary>
      <RadioGroup
        label={text.whereStateLives}
        isLabelShown
        look="pills"
        options={groups.flatMap((ids) =>
          ids.map((id, index) => ({ value: id, label: text.variants[id], beginsGroup: index === 0 })),
        )}
        value={variantOf(scenario)}
        onChange={(variant) => dispatch({ kind: 'choose-variant', variant })}
      />
    </div>
  );
}

function BalancingChoice({ scenario }: { readonly scenario: ClusterScenario }) {
  const text = useStageText();
  const dispatch = useDispatch();
  return (
    <div data-secondary="balancing">
      <Choice
        label={text.balancing}
        options={balancingPolicies.map((policy) => ({
          value: policy,
          label: text.balancingPolicies[policy],
        }))}
        value={scenario.balancing}
        onChange={(balancing) => dispatch({ kind: 'change-scenario', scenario: { ...scenario, balancing } })}
      />
    </div>
  );
}
