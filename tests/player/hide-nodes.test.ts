import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import sharedStore from '../../src/lessons/shared-store/lesson.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { timelineIndex, timelineLength } from '../../src/player/comparison.ts';
import { nextPosition } from '../../src/player/lesson-state.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { type Recording, wholeOf } from '../../src/player/recording.ts';
import type { Action } from '../../src/player/state.ts';
import type { Row } from '../../src/sequence/model.ts';
import { toD2 } from '../../src/sequence/to-d2.ts';
import { toMermaid } from '../../src/sequence/to-mermaid.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';

const hide = (...nodes: readonly string[]): Action => ({ kind: 'set-hidden', nodes });
const showAll = hide();

function nodesOf(row: Row | undefined): readonly string[] {
  if (row?.kind === 'message') return [row.from, row.to];
  return row?.kind === 'band' ? [row.participant] : [];
}

const keysOf = ({ diagram }: Recording) => diagram.steps.map(({ key }) => key);
const keysWithout = ({ diagram }: Recording, node: string) =>
  diagram.steps.flatMap(({ key, row }) => (nodesOf(row).includes(node) ? [] : [key]));
const headsOf = (player: PlayerStore) => {
  const { recording, step } = player.getState();
  return recording.diagram.headsAt(step).map(({ participant }) => participant.id);
};
const presentKey = (player: PlayerStore) => {
  const { recording, step } = player.getState();
  return recording.diagram.steps[step]?.key;
};

describe('hidden nodes of a run', () => {
  it('take exactly their steps with them, and their heads', () => {
    const player = openPlayer();
    const whole = player.getState().recording;
    act(player, hide('server-1'));
    const { recording } = player.getState();
    expect(keysOf(recording)).toEqual(keysWithout(whole, 'server-1'));
    expect(keysOf(recording).length).toBeLessThan(keysOf(whole).length);
    expect(headsOf(player)).toEqual(
      whole.diagram.participants.map(({ id }) => id).filter((id) => id !== 'server-1'),
    );
    act(player, showAll);
    expect(keysOf(player.getState().recording)).toEqual(keysOf(whole));
  });

  it('leave run, diagram, states and scores in step with each other', () => {
    const player = openPlayer({ commands: [] });
    act(player, 'last-step', hide('server-2'));
    const { recording } = player.getState();
    const run = runOfPlayer(player);
    expect(run.steps.map(({ key }) => key)).toEqual(keysOf(recording));
    expect(run.states).toHaveLength(run.steps.length);
    expect(run.scores).toHaveLength(run.steps.length);
  });

  it('change no score and no memory of the others at any step that is left', () => {
    for (const lesson of [clerk, sharedStore]) {
      const player = openPlayer({ lesson });
      act(player, { kind: 'crash', node: 'server-1' });
      const whole = runOfPlayer(player);
      for (const node of ['server-2', 'load-balancer', 'client']) {
        act(player, hide(node));
        const run = runOfPlayer(player);
        run.steps.forEach((step, index) => {
          const at = whole.steps.findIndex(({ key }) => key === step.key);
          const end = index === run.steps.length - 1 ? whole.steps.length - 1 : at;
          expect(run.scores[index]).toEqual(whole.scores[end]);
          expect([...(run.states[index]?.snapshot ?? [])]).toEqual([...(whole.states[end]?.snapshot ?? [])]);
        });
      }
    }
  });

  it('keep the present step, or show the last one before it', () => {
    const player = openPlayer();
    const whole = player.getState().recording;
    const left = new Set(keysWithout(whole, 'server-1'));
    whole.diagram.steps.forEach((_, step) => {
      act(player, { kind: 'go-to', step }, hide('server-1'));
      const before = whole.diagram.steps.slice(0, step + 1).findLast(({ key }) => left.has(key));
      expect(presentKey(player)).toBe(before?.key ?? keysWithout(whole, 'server-1')[0]);
      act(player, showAll);
    });
  });

  it('are passed over by every move', () => {
    const player = openPlayer();
    const whole = player.getState().recording;
    act(player, hide('load-balancer'), 'first-step');
    const seen = [presentKey(player)];
    while (timelineIndex(player.getState()) < timelineLength(player.getState()) - 1) {
      act(player, 'next-step', 'finish-motion');
      seen.push(presentKey(player));
    }
    expect(seen).toEqual(keysWithout(whole, 'load-balancer'));
  });

  it('show the end of the run at the last step that is left, and come back there', () => {
    const player = openPlayer();
    const last = keysOf(player.getState().recording).at(-1);
    act(player, hide('server-1', 'server-2'), 'last-step', showAll);
    expect(presentKey(player)).toBe(last);
  });

  it('are shown again by a command to them', () => {
    const player = openPlayer();
    act(player, hide('server-2', 'client'), { kind: 'crash', node: 'server-2' });
    expect(player.getState().hidden).toEqual(['client']);
    expect(nodesOf(player.getState().recording.diagram.steps[player.getState().step]?.row)).toEqual([
      'server-2',
    ]);
    expect(runOfPlayer(player).commands).toHaveLength(1);
    act(player, 'undo');
    expect(runOfPlayer(player).commands).toHaveLength(0);
    expect(player.getState().hidden).toEqual(['client']);
  });

  it('leave no mark of their crash: no row, no outage, no bar', () => {
    const player = openPlayer();
    act(player, { kind: 'crash', node: 'server-1' }, 'last-step', hide('server-1'));
    const { diagram } = player.getState().recording;
    const spans = [...diagram.outages, ...diagram.activations, ...diagram.absences];
    expect(spans.filter(({ participant }) => participant === 'server-1')).toEqual([]);
    expect(diagram.steps.filter(({ row }) => nodesOf(row).includes('server-1'))).toEqual([]);
    expect(diagram.steps.flatMap(({ row }) => (row.kind === 'message' ? row.notes : []))).not.toContainEqual(
      expect.objectContaining({ participant: 'server-1' }),
    );
    for (const { from, to } of spans) {
      expect(from).toBeLessThan(diagram.steps.length);
      expect(to ?? 0).toBeLessThan(diagram.steps.length);
    }
  });

  it('give a command at the same moment as without hiding', () => {
    const moments = [false, true].map((hides) => {
      const player = openPlayer();
      const at = player
        .getState()
        .recording.diagram.steps.findIndex(
          ({ row }, index) => index > 4 && !nodesOf(row).includes('server-2'),
        );
      act(player, { kind: 'go-to', step: at }, ...(hides ? [hide('server-2')] : []));
      act(player, { kind: 'crash', node: 'server-1' });
      return runOfPlayer(player).commands;
    });
    expect(moments[1]).toEqual(moments[0]);
  });

  it('stay over commands, another strategy, detail and words, and on both sides of a comparison', () => {
    const player = openPlayer();
    act(player, hide('server-2'), { kind: 'crash', node: 'server-1' }, 'other-mode', 'toggle-detail');
    act(player, { kind: 'set-messages', phrasebook: korean }, 'toggle-compare');
    const { recording, comparison } = player.getState();
    for (const each of [recording, comparison?.recording]) {
      expect(each?.diagram.participants.map(({ id }) => id)).not.toContain('server-2');
      expect(each?.diagram.steps.filter(({ row }) => nodesOf(row).includes('server-2'))).toEqual([]);
    }
    comparison?.pairs.forEach(({ own, comparison: theirs }) => {
      expect(recording.diagram.steps[own]).toBeDefined();
      expect(comparison.recording.diagram.steps[theirs]).toBeDefined();
    });
    expect(timelineIndex(player.getState())).toBeLessThan(timelineLength(player.getState()));
    act(player, showAll);
    expect(player.getState().comparison?.recording.diagram.participants.map(({ id }) => id)).toContain(
      'server-2',
    );
  });

  it('end with the lesson, and with another run', () => {
    const player = openPlayer();
    act(player, hide('server-2'), { kind: 'open-lesson', lesson: sharedStore, lessonPosition: 'opening' });
    expect(player.getState().hidden).toEqual([]);
    act(player, hide('server-2'), {
      kind: 'open-run',
      scenario: sharedStore.scenario,
      commands: [],
    });
    expect(player.getState().hidden).toEqual([]);
    expect(headsOf(player)).toContain('server-2');
  });

  it('do not include nodes that the run lacks, and are none where no step would be left', () => {
    const player = openPlayer();
    const all = headsOf(player);
    act(player, hide(...all, 'server-99'));
    expect(headsOf(player)).toEqual(all);
    expect(player.getState().hidden).toEqual([]);
    act(player, hide('server-99', 'server-2'));
    expect(player.getState().hidden).toEqual(['server-2']);
  });

  it('have no focus, and leave the focus of another', () => {
    const player = openPlayer();
    act(player, { kind: 'set-focus', node: 'server-1' }, hide('server-2'));
    const { diagram } = player.getState().recording;
    expect(diagram.focus?.participant).toBe('server-1');
    diagram.steps.forEach(({ row }, index) => {
      expect(diagram.focus?.dimmed.has(index)).toBe(!nodesOf(row).includes('server-1'));
    });
    act(player, hide('server-1'));
    expect(player.getState().focus).toBeNull();
    expect(player.getState().recording.diagram.focus).toBeUndefined();
  });

  it('are in no text of the diagram', () => {
    const player = openPlayer();
    act(player, { kind: 'crash', node: 'server-2' }, hide('server-2'));
    const { diagram } = player.getState().recording;
    for (const text of [toMermaid(diagram), toD2(diagram)].map((each) => JSON.stringify(each))) {
      expect(text).not.toMatch(/server-2|Server 2\b.*(->|participant)/);
    }
  });

  it('are asked nothing about while predicting, and what is hidden stays hidden', () => {
    const player = openPlayer();
    act(player, { kind: 'predict', isOn: true }, { kind: 'crash', node: 'server-1' });
    const all = player.getState().prediction?.questions.length ?? 0;
    act(player, hide('server-2'));
    const { prediction, recording } = player.getState();
    expect(prediction?.questions.length).toBeLessThan(all);
    expect(keysOf(wholeOf(recording)).length).toBeLessThanOrEqual(
      (prediction?.questions[0]?.at ?? Number.POSITIVE_INFINITY) + 1,
    );
    expect(headsOf(player)).not.toContain('server-2');
    act(player, { kind: 'predict', isOn: false });
    expect(headsOf(player)).not.toContain('server-2');
  });

  it('never leave a step, a pair or a state that is not there, whatever is done', () => {
    const names = ['client', 'load-balancer', 'server-1', 'server-2', 'server-3'];
    const action = fc.oneof(
      fc.subarray(names).map((nodes) => hide(...nodes)),
      fc.constantFrom<Action>(
        { kind: 'next-step' },
        { kind: 'previous-step' },
        { kind: 'last-step' },
        { kind: 'next-request' },
        { kind: 'undo' },
        { kind: 'redo' },
        { kind: 'toggle-compare' },
        { kind: 'toggle-detail' },
        { kind: 'other-mode' },
        { kind: 'add-server' },
        { kind: 'start-over' },
        { kind: 'next-scene' },
        { kind: 'next-branch' },
        { kind: 'remove-branch' },
        { kind: 'predict', isOn: true },
        { kind: 'predict', isOn: false },
        { kind: 'crash', node: 'server-1' },
        { kind: 'crash', node: 'server-2' },
        { kind: 'set-focus', node: 'server-1' },
        { kind: 'go-to', step: 7 },
      ),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        const player = openPlayer();
        for (const each of actions) {
          act(player, each);
          const { recording, step, comparison, hidden } = player.getState();
          const { diagram, run } = recording;
          expect(run?.steps.map(({ key }) => key)).toEqual(diagram.steps.map(({ key }) => key));
          expect(run?.states[step]).toBeDefined();
          expect(diagram.steps[step]).toBeDefined();
          expect(diagram.headsAt(step)).toHaveLength(diagram.participants.length);
          const ids = new Set(diagram.participants.map(({ id }) => id));
          for (const { row } of diagram.steps) for (const node of nodesOf(row)) expect(ids).toContain(node);
          const sides = comparison === null ? [recording] : [recording, comparison.recording];
          const gone = new Set(sides.flatMap(({ hiding }) => hiding?.nodes ?? []));
          expect(new Set(hidden)).toEqual(gone);
          for (const node of recording.hiding?.nodes ?? []) expect(ids).not.toContain(node);
          expect(nextPosition(player.getState())).toBe(nextPosition(act(player, showAll)));
          act(player, hide(...hidden));
          if (comparison === null) continue;
          expect(comparison.pairs[comparison.position]?.own).toBe(step);
          expect(comparison.recording.diagram.steps[comparison.step]).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  });
});
