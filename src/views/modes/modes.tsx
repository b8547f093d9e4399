/** Where the state lives, and what the run is about. Changing any of it keeps faults and place. */
import { type StoryId, scriptOf, storyIds, storyOf } from '../../lessons/stories.ts';
import { balancingPolicies } from '../../simulation/actors/balancing.ts';
import { modes, type StrategyId, strategyIds } from '../../simulation/placement/placement.ts';
import { modeOf, strategyOfMode } from '../../simulation/placement/placements.ts';
import { CompareSwitch } from '../compare/compare-switch.tsx';
import { useDispatch, usePlayer } from '../player-context.ts';
import { RadioGroup } from '../radio-group.tsx';
import { useText } from '../text-context.ts';
import { Choice } from './choice.tsx';
import styles from './modes.module.css';

/** Those of one mode beside each other. */
const strategies = modes.map((mode) => strategyIds.filter((id) => modeOf(id) === mode));

export function Modes() {
  const text = useText();
  const dispatch = useDispatch();
  const scenario = usePlayer((player) => player.recording.run?.scenario);
  if (scenario === undefined) return null;
  const { strategy, balancing, clients } = scenario;
  const choose = (id: StrategyId) => dispatch({ kind: 'change-scenario', change: { strategy: id } });
  const tell = (story: StoryId) => dispatch({ kind: 'change-scenario', change: { script: scriptOf(story) } });
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
          options={strategies.flatMap((ids) =>
            ids.map((id, index) => ({ value: id, label: text.strategy(id), beginsGroup: index === 0 })),
          )}
          value={strategy}
          onChange={choose}
        />
      </div>
      <CompareSwitch />
      <div className={styles.scenario} data-secondary>
        <Choice
          label={text.story}
          options={storyIds.map((id) => ({ value: id, label: text.storyName(id) }))}
          value={storyOf(clients[0]?.script ?? [])}
          otherLabel={text.otherStory}
          onChange={tell}
        />
        <Choice
          label={text.balancing}
          options={balancingPolicies.map((policy) => ({
            value: policy,
            label: text.balancingPolicy(policy),
          }))}
          value={balancing}
          otherLabel=""
          onChange={(policy) => dispatch({ kind: 'change-scenario', change: { balancing: policy } })}
        />
      </div>
    </div>
  );
}
