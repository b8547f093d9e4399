/** Makes a challenge from the run on the stage. Its link contains all of it. */

import { useRef } from 'react';
import { bans } from '../../../lab/repair/challenge.ts';
import { costOf } from '../../../lab/repair/cost.ts';
import { FAULTS_MOST, patternKinds, type Target, targets } from '../../../lab/repair/fault-rule.ts';
import { troubleIds } from '../../../lab/repair/goals.ts';
import { settingIds, settingOf } from '../../../lab/repair/settings.ts';
import type { Command } from '../../../simulation/cluster.ts';
import type { ClusterScenario } from '../../../simulation/scenario.ts';
import { Button } from '../../../ui/button/button.tsx';
import { CheckList } from '../../../ui/form/check-field.tsx';
import { ChoiceField } from '../../../ui/form/choice-field.tsx';
import { DraftNotice } from '../../../ui/form/draft-notice.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useDraft } from '../../../ui/form/use-draft.ts';
import { useCopy } from '../../../ui/use-copy.ts';
import {
  BYTES_MAX,
  type ChallengeChoices,
  challengeCode,
  readChoices,
  TITLE_CHARACTERS_MAX,
} from '../../../url/challenge-code.ts';
import { withGuideLocation } from '../../../url/guide-link.ts';
import { draftsOf } from '../../../url/kept-drafts.ts';
import { usePlayer } from '../../player-context.ts';
import { useText } from '../../text-context.ts';
import parts from './repair-parts.module.css';
import type { RepairText } from './repair-text.ts';
import styles from './tools.module.css';

interface MakeChallengeProps {
  readonly text: RepairText;
  readonly onOpen: (code: string) => void;
}

const COUNTS = Array.from({ length: FAULTS_MOST }, (_, index) => index + 1);
const CHANGES = [1, 2, 3, 4];
/** A repair may cost this much more than the broken cluster for the third star. */
const COST_FACTOR = 1.25;

export function MakeChallenge({ text, onOpen }: MakeChallengeProps) {
  const run = usePlayer(({ recording }) => recording.run);
  if (run === null || run.scenario.kind !== 'cluster') {
    return (
      <section className={`${parts.card} ${styles.tool}`} aria-label={text.make.title}>
        <h3>{text.make.title}</h3>
        <p>{text.make.noRun}</p>
      </section>
    );
  }
  return <MakeForm text={text} scenario={run.scenario} commands={run.commands} onOpen={onOpen} />;
}

interface MakeFormProps extends MakeChallengeProps {
  readonly scenario: ClusterScenario;
  readonly commands: readonly Command[];
}

function MakeForm({ text, scenario, commands, onOpen }: MakeFormProps) {
  const { make } = text;
  const draft = useDraft(draftsOf('challenge'), JSON.stringify({ scenario, commands }));
  const choices = (draft.text === null ? null : readChoices(draft.text)) ?? firstChoices(scenario);
  const change = (part: Partial<ChallengeChoices>) => draft.keep(JSON.stringify({ ...choices, ...part }));
  const { title, goal, faults, budget, settings } = choices;
  const isWhole = goal.never.length > 0 && faults.kinds.length > 0 && settings.length > 0;
  return (
    <section className={`${parts.card} ${styles.tool}`} aria-label={make.title}>
      <h3>{make.title}</h3>
      <p>{make.about}</p>
      <DraftNotice
        draft={draft}
        text={make.draft}
        kind="challenge"
        startOf={(other) => readChoices(other)?.title || make.untitled}
        className={parts.secondary}
      />
      <TextField
        label={make.name}
        data-draft="challenge"
        value={title}
        maxLength={TITLE_CHARACTERS_MAX}
        onChange={(event) => change({ title: event.target.value })}
      />
      <CheckList
        legend={make.goal}
        look="row"
        options={troubleIds.map((each) => ({ value: each, label: text.troubles[each] }))}
        chosen={goal.never}
        onChange={(never) => change({ goal: { ...goal, never } })}
      />
      {goal.never.includes('too-many-bytes') && (
        <TextField
          label={make.bytesMax}
          type="number"
          min={1}
          max={BYTES_MAX}
          value={goal.bytesMax}
          onChange={(event) => {
            const bytesMax = Math.round(Math.min(BYTES_MAX, Math.max(0, Number(event.target.value))));
            change({ goal: { ...goal, bytesMax } });
          }}
        />
      )}
      <CheckList
        legend={make.faults}
        look="row"
        options={patternKinds.map((each) => ({ value: each, label: make.kinds[each] }))}
        chosen={faults.kinds}
        onChange={(kinds) => change({ faults: { ...faults, kinds } })}
      />
      <ChoiceField
        look="row"
        label={make.on}
        options={targets.map((each) => ({ value: each, label: make.targets[each] }))}
        value={faults.on}
        onValue={(on: Target) => change({ faults: { ...faults, on } })}
      />
      <ChoiceField
        look="row"
        label={make.most}
        options={COUNTS.map((each) => ({ value: each, label: String(each) }))}
        value={faults.most}
        onValue={(most) => change({ faults: { ...faults, most } })}
      />
      <ChoiceField
        look="row"
        label={make.changes}
        options={[
          ...CHANGES.map((each) => ({ value: each, label: String(each) })),
          { value: null, label: make.anyNumber },
        ]}
        value={budget.changesMax}
        onValue={(changesMax) => change({ budget: { ...budget, changesMax } })}
      />
      <CheckList
        legend={make.bans}
        look="row"
        options={bans.map((each) => ({ value: each, label: text.bans[each] }))}
        chosen={budget.bans}
        onChange={(chosen) => change({ budget: { ...budget, bans: chosen } })}
      />
      <CheckList
        legend={make.settings}
        look="row"
        options={settingIds.map((each) => ({ value: each, label: text.settings[each] }))}
        chosen={settings}
        onChange={(chosen) => change({ settings: chosen })}
      />
      {isWhole ? (
        <ChallengeLink
          text={text}
          choices={choices}
          scenario={scenario}
          commands={commands}
          onOpen={onOpen}
        />
      ) : (
        <p className={parts.complaint} role="alert">
          {make.incomplete}
        </p>
      )}
    </section>
  );
}

function ChallengeLink({
  text: { make },
  choices,
  scenario,
  commands,
  onOpen,
}: MakeFormProps & { readonly choices: ChallengeChoices }) {
  const { sharing } = useText();
  const field = useRef<HTMLInputElement>(null);
  const { said, copy } = useCopy(sharing);
  const par = { changes: 1, cost: Math.round(COST_FACTOR * costOf(scenario, commands).points) };
  const code = challengeCode({ ...choices, scenario, commands, par });
  const link = new URL(withGuideLocation('', { page: 'repair', entry: code }), document.baseURI).href;
  return (
    <>
      <TextField
        label={make.link}
        ref={field}
        readOnly
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles.actions}>
        <Button isMain onClick={() => void copy(link, field.current)}>
          {make.copy}
        </Button>
        <Button onClick={() => onOpen(code)}>{make.tryIt}</Button>
      </div>
      <p role="status">{said}</p>
    </>
  );
}

/** Everything that means something here may be changed, and no one may be logged out by one crash. */
function firstChoices(scenario: ClusterScenario): ChallengeChoices {
  return {
    title: '',
    goal: { never: ['asked-again'], bytesMax: 1_200 },
    faults: { kinds: ['crash', 'restart'], on: 'servers', most: 1 },
    budget: { changesMax: 2, bans: [] },
    settings: settingIds.filter(
      (id) => settingOf(id).when?.(scenario) ?? settingOf(id).of(scenario) !== undefined,
    ),
  };
}
