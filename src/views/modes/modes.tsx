/** Where the state lives, and what the run is about. Changing any of it keeps script, faults and place. */

import { purchase } from '../../lessons/purchase.ts';
import { balancingPolicies } from '../../simulation/actors/balancing.ts';
import { productIds } from '../../simulation/application/shop.ts';
import { modes, type StrategyId, strategyIds } from '../../simulation/placement/placement.ts';
import { modeOf, strategyOfMode } from '../../simulation/placement/placements.ts';
import { CompareSwitch } from '../compare/compare-switch.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { RadioGroup } from '../radio-group.tsx';
import { useText } from '../text-context.ts';
import styles from './modes.module.css';

export function Modes() {
  const text = useText();
  const dispatch = useDispatch();
  const scenario = usePlayer((player) => player.recording.run?.scenario);
  if (scenario === undefined) return null;
  const { strategy, balancing, clients } = scenario;
  const firstLine = clients[0]?.script[0];
  const product = firstLine?.kind === 'shop' ? firstLine.said.product : undefined;
  const choose = (id: StrategyId) => dispatch({ kind: 'change-scenario', change: { strategy: id } });
  return (
    <div className={styles.modes}>
      <RadioGroup
        label={text.state}
        look="segments"
        options={modes.map((mode) => ({ value: mode, label: text.mode(mode) }))}
        value={modeOf(strategy)}
        onChange={(mode) => choose(strategyOfMode[mode])}
      />
      <div data-secondary>
        <RadioGroup
          label={text.whereStateLives}
          isLabelShown
          look="pills"
          options={strategyIds.map((id) => ({ value: id, label: text.strategy(id) }))}
          value={strategy}
          onChange={choose}
        />
      </div>
      <CompareSwitch />
      <div className={styles.scenario} data-secondary>
        <RadioGroup
          label={text.product}
          isLabelShown
          look="pills"
          options={productIds.map((id) => ({ value: id, label: text.productName(id) }))}
          value={product ?? 'laptop'}
          onChange={(id) => dispatch({ kind: 'change-scenario', change: { script: purchase(id) } })}
        />
        <RadioGroup
          label={text.balancing}
          isLabelShown
          look="pills"
          options={balancingPolicies.map((policy) => ({
            value: policy,
            label: text.balancingPolicy(policy),
          }))}
          value={balancing}
          onChange={(policy) => dispatch({ kind: 'change-scenario', change: { balancing: policy } })}
        />
      </div>
    </div>
  );
}
