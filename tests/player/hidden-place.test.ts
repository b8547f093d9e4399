import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import type { Lesson } from '../../src/lessons/lesson.ts';
import replication from '../../src/lessons/replication/lesson.ts';
import roundRobin from '../../src/lessons/round-robin/lesson.ts';
import sharedStore from '../../src/lessons/shared-store/lesson.ts';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { alternativeRunOf, scorePairOf } from '../../src/player/alternative-run.ts';
import { timelineIndex, timelineLength } from '../../src/player/comparison.ts';
import { hideNodes } from '../../src/player/hide-nodes.ts';
import { isAtLessonPosition, nextPosition } from '../../src/player/lesson-state.ts';
import { openingState } from '../../src/player/opening-state.ts';
import type { PlayerStore } from '../../src/player/player.ts';
import { recordingOf } from '../../src/player/record.ts';
import { wholeOf } from '../../src/player/recording.ts';
import { hiddenLifelines, hiddenSteps, showsPartOfRun } from '../../src/player/shown-part.ts';
import type { Action } from '../../src/player/state.ts';
import { hasTransit } from '../../src/player/transit.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';

const hide = (...nodes: readonly string[]): Action => ({ kind: 'set-hidden', nodes });
const showAll = hide();
const predict: Action = { kind: 'predict', isOn: true };
const inKorean: Action = { kind: 'set-messages', phrasebook: korean };

const nodesOf = (player: PlayerStore) =>
  [...(runOfPlayer(player).states.at(-1)?.snapshot ?? [])].map(([id]) => id);

const wholeKeys = (player: PlayerStore) =>
  wholeOf(player.getState().recording).diagram.steps.map(({ key }) => key);

describe('the lesson while nodes are hidden', () => {
  it('reaches no scene at the first step whose landmark is hidden', () => {
    const player = openPlayer({ lesson: roundRobin });
    act(player, hide('client'), 'first-step');
    const { lessonPosition } = player.getState();
    expect(lessonPosition).not.toBe(2);
    expect(nextPosition(player.getState())).not.toBe(3);
  });

  it('reaches the scene that the step before hiding had reached, whichever nodes are hidden', () => {
    for (const lesson of [clerk, roundRobin, sharedStore] as const) {
      for (const node of nodesOf(openPlayer({ lesson }))) {
        const [player, plain] = [openPlayer({ lesson }), openPlayer({ lesson })];
        act(player, hide(node));
        const whole = wholeKeys(player);
        for (let place = 0; place < timelineLength(player.getState()) - 1; place += 1) {
          const { recording } = act(player, 'last-step', { kind: 'go-to', step: place });
          const key = recording.diagram.steps[place]?.key ?? '';
          const there = act(plain, 'last-step', { kind: 'go-to', step: whole.indexOf(key) });
          expect(player.getState().lessonPosition).toBe(there.lessonPosition);
        }
      }
    }
  });

  it('opens at the step that its opening refers to, or the last one before it that is left', () => {
    for (const lesson of [clerk, roundRobin, sharedStore] as const) {
      const whole = recordingOf({ scenario: lesson.scenario, commands: [] }, english);
      const opensAt = openPlayer({ lesson }).getState().step;
      for (const node of nodesOf(openPlayer({ lesson }))) {
        const recording = hideNodes(whole, [node]);
        const state = openingState({ lesson, phrasebook: english, recording, hidden: [node] });
        const shown = recording.hiding?.shown ?? [...whole.diagram.steps.keys()];
        expect(shown[state.step]).toBe(shown.findLast((at) => at <= opensAt) ?? shown[0]);
        expect(state.lessonPosition).toBe('opening');
      }
    }
  });

  it('shows the command of the scene that the reader tries, and its node', () => {
    const player = openPlayer();
    const scene = clerk.scenes.findIndex((each) => 'commands' in each);
    act(player, hide('server-1', 'server-2'), { kind: 'try-scene', scene });
    const { recording, step, hidden, lessonPosition } = player.getState();
    expect(hidden).toEqual(['server-2']);
    expect(recording.run?.steps[step]?.kind).toBe('command');
    expect(lessonPosition).toBe(scene);
  });

  it('shows the command of the scene that the reader tries while predicting', () => {
    const player = openPlayer();
    const scene = clerk.scenes.findIndex((each) => 'commands' in each);
    act(player, predict, { kind: 'try-scene', scene });
    const { recording, step } = player.getState();
    expect(recording.run?.steps[step]?.kind).toBe('command');
  });
});

describe('the place of the reader while nodes are hidden', () => {
  it('comes back when they are shown again, also after the last step that was left', () => {
    const player = openPlayer();
    const count = timelineLength(player.getState());
    for (let step = 0; step < count; step += 1) {
      act(player, { kind: 'go-to', step }, hide('server-1', 'server-2'), showAll);
      expect(player.getState().step).toBe(step);
    }
  });

  it('is where a command is given, also after the last step that was left', () => {
    const step = timelineLength(openPlayer().getState()) - 3;
    const commands = [[], [hide('client', 'server-2')]].map((hiding) => {
      const player = openPlayer();
      act(player, { kind: 'go-to', step }, ...hiding, { kind: 'crash', node: 'server-1' });
      return runOfPlayer(player).commands;
    });
    expect(commands[1]).toEqual(commands[0]);
  });

  it('is the end of the run once they move to the last step that is left', () => {
    const player = openPlayer();
    const last = timelineLength(player.getState()) - 1;
    act(player, { kind: 'go-to', step: last - 2 }, hide('server-1', 'server-2'));
    act(player, 'first-step', 'last-step', showAll);
    expect(player.getState().step).toBe(last);
  });

  it('comes back on both sides of a comparison', () => {
    const player = openPlayer();
    act(player, 'toggle-compare');
    const count = timelineLength(player.getState());
    for (let step = 0; step < count; step += 1) {
      act(player, { kind: 'go-to', step }, hide('server-1', 'server-2'), showAll);
      expect(timelineIndex(player.getState())).toBe(step);
    }
  });
});

describe('scores while nodes are hidden', () => {
  it('are those of both modes at the same step of the whole run', () => {
    const player = openPlayer();
    act(player, { kind: 'crash', node: 'server-1' });
    const whole = player.getState().recording;
    const { run } = whole;
    if (run === null) throw new Error('The player has no run.');
    const plain = scorePairOf(whole, alternativeRunOf(run));
    act(player, hide('server-2', 'client'));
    const { recording } = player.getState();
    const last = recording.diagram.steps.length - 1;
    const pair = scorePairOf(recording, alternativeRunOf(run));
    recording.hiding?.shown.forEach((at, step) => {
      const place = step === last ? run.steps.length - 1 : at;
      expect(pair.own(step)).toEqual(plain.own(place));
      expect(pair.other(step)).toEqual(plain.other(place));
      expect(pair.own(step)).toEqual(recording.run?.scores[step]);
    });
    expect(last).toBeGreaterThan(0);
  });
});

describe('the note of what is hidden', () => {
  it('counts what either side of the stage hides', () => {
    const player = openPlayer({ lesson: sharedStore });
    act(player, hide('session-store'), 'toggle-compare', 'other-mode');
    const { comparison } = player.getState();
    const gone = comparison?.recording.hiding;
    expect(showsPartOfRun(player.getState())).toBe(true);
    expect(hiddenLifelines(player.getState())).toBe(1);
    expect(hiddenSteps(player.getState())).toBe(
      (gone?.whole.diagram.steps.length ?? 0) - (gone?.shown.length ?? 0),
    );
    act(player, showAll);
    expect(showsPartOfRun(player.getState())).toBe(false);
    expect(hiddenSteps(player.getState())).toBe(0);
  });
});

describe('the choice of hidden nodes', () => {
  const store = 'session-store';

  it('names a node that only the comparison hides', () => {
    const player = openPlayer({ lesson: sharedStore });
    act(player, hide(store), 'toggle-compare', 'other-mode');
    const { recording, comparison, hidden } = player.getState();
    expect(recording.hiding).toBeUndefined();
    expect(comparison?.recording.hiding?.nodes).toEqual([store]);
    expect(hidden).toEqual([store]);
    act(player, { kind: 'set-hidden', nodes: [...hidden, 'server-1'] });
    expect(player.getState().hidden).toEqual([store, 'server-1']);
  });

  it('drops a node that no run on the stage has any more, and so does the focus', () => {
    const player = openPlayer({ lesson: sharedStore });
    act(player, hide(store), 'other-mode');
    expect(player.getState().hidden).toEqual([]);
    act(player, 'other-mode', { kind: 'set-focus', node: store }, 'other-mode');
    expect(player.getState().focus).toBeNull();
  });

  it('drops a server whose addition is undone', () => {
    const player = openPlayer();
    const known = nodesOf(player);
    act(player, 'add-server');
    const added = nodesOf(player).filter((id) => !known.includes(id));
    expect(added).toHaveLength(1);
    act(player, hide(...added), 'undo');
    expect(player.getState().hidden).toEqual([]);
  });

  it('is empty in a detail that would have no step left', () => {
    const player = openPlayer({ detail: 'full' });
    // Full detail has the servers' messages to the database.
    act(player, hide('client', 'load-balancer'));
    expect(player.getState().recording.hiding?.nodes).toEqual(['client', 'load-balancer']);
    act(player, 'toggle-detail');
    expect(player.getState().recording.hiding).toBeUndefined();
    expect(player.getState().hidden).toEqual([]);
  });
});

describe('slanted messages while nodes are hidden', () => {
  it('are switched by each press, also while predicting', () => {
    for (const first of [[], [predict]]) {
      const player = openPlayer({ lesson: replication });
      act(player, ...first, hide('client'));
      expect(hasTransit(player.getState().recording.diagram)).toBe(true);
      for (const wanted of [true, false, true, false]) {
        act(player, 'toggle-transit');
        expect(player.getState().recording.diagram.drawsTransit ?? false).toBe(wanted);
      }
    }
  });
});

describe('a question while nodes are hidden', () => {
  function asking(): PlayerStore {
    const player = openPlayer({ lesson: roundRobin });
    act(player, 'first-step', predict);
    for (let pressed = 0; pressed < 100 && player.getState().prediction?.asked === null; pressed += 1) {
      act(player, 'next-step', 'finish-motion');
    }
    expect(player.getState().prediction?.asked).not.toBeNull();
    return player;
  }
  const questions = (player: PlayerStore) => player.getState().prediction?.questions ?? [];

  it('keeps its votes in another language', () => {
    const player = asking();
    act(player, { kind: 'choose-option', option: 1 }, 'go-on');
    const { asked } = player.getState().prediction ?? {};
    act(player, hide('database'), inKorean);
    expect(player.getState().recording.hiding?.nodes).toEqual(['database']);
    expect(player.getState().prediction?.asked).toEqual(asked);
  });

  it('is not asked again once it is revealed', () => {
    const changes = [[hide('server-1')], [hide('server-2')], [hide('database'), inKorean]];
    for (const each of changes) {
      const player = asking();
      const question = player.getState().prediction?.asked?.question;
      act(player, 'reveal', ...each);
      expect(questions(player).slice(player.getState().prediction?.next)).not.toContain(question);
      act(player, showAll);
      expect(questions(player)).toContain(question);
      expect(questions(player).slice(player.getState().prediction?.next)).not.toContain(question);
    }
  });

  it('keeps its explanation when nodes without a part in it are hidden', () => {
    const player = asking();
    act(player, { kind: 'choose-option', option: 1 }, 'reveal');
    const { asked } = player.getState().prediction ?? {};
    act(player, hide('database'), inKorean);
    expect(player.getState().prediction?.asked).toEqual(asked);
    expect(asked?.phase).toBe('revealed');
  });
});

describe('whatever is done while nodes are hidden', () => {
  const actions = fc.oneof(
    fc.constantFrom<Action>(
      { kind: 'next-step' },
      { kind: 'last-step' },
      { kind: 'first-step' },
      { kind: 'next-scene' },
      { kind: 'toggle-compare' },
      { kind: 'toggle-detail' },
      { kind: 'other-mode' },
      { kind: 'undo' },
      { kind: 'crash', node: 'server-1' },
    ),
    fc.nat(20).map((step): Action => ({ kind: 'go-to', step })),
  );
  const nodes = fc.subarray(['client', 'load-balancer', 'server-1', 'server-2', 'server-3']);
  const lessons = fc.constantFrom<Lesson>(clerk, roundRobin, sharedStore);

  it('hiding and showing change neither the lesson’s position nor the place', () => {
    fc.assert(
      fc.property(lessons, fc.array(actions, { maxLength: 8 }), nodes, (lesson, done, hidden) => {
        const player = openPlayer({ lesson });
        act(player, ...done);
        const before = player.getState();
        act(player, hide(...hidden));
        expect(player.getState().lessonPosition).toBe(before.lessonPosition);
        expect(nextPosition(player.getState())).toBe(nextPosition(before));
        expect(isAtLessonPosition(player.getState())).toBe(isAtLessonPosition(before));
        act(player, showAll);
        expect(player.getState().lessonPosition).toBe(before.lessonPosition);
        expect(timelineIndex(player.getState())).toBe(timelineIndex(before));
        expect(player.getState().step).toBe(before.step);
      }),
      { numRuns: 80 },
    );
  });
});
