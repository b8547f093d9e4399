import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import clerk from '../../src/lessons/clerk/lesson.ts';
import sticky from '../../src/lessons/sticky/lesson.ts';
import { phrasebook as korean } from '../../src/locales/ko/phrasebook.ts';
import { timelineIndex, timelineLength } from '../../src/player/comparison.ts';
import { presentScene } from '../../src/player/lesson-position.ts';
import type { Player, PlayerStore } from '../../src/player/player.ts';
import { countsOf, isAtTheEnd, type Prediction } from '../../src/player/prediction.ts';
import type { Action } from '../../src/player/state.ts';
import { act, openPlayer, presentArrow, runOfPlayer } from '../support/opened-player.ts';
import { arrowsOf } from '../support/runs.ts';

const crashPayload = { kind: 'crash', node: 'server-1' } as const;
const crash: Action = crashPayload;
const on: Action = { kind: 'predict', isOn: true };
const off: Action = { kind: 'predict', isOn: false };
const choose = (option: number): Action => ({ kind: 'choose-option', option });
const type = (digit: number): Action => ({ kind: 'type-digit', digit });

/** Prediction mode right after a crash of Server 1: the next request has a question. */
function crashed(): PlayerStore {
  const player = openPlayer({ allowsMotion: false });
  act(player, on, crash);
  return player;
}

/** With the first question open. */
function asked(): PlayerStore {
  const player = crashed();
  act(player, 'next-step', 'next-step');
  return player;
}

function predictionOf(player: Pick<Player, 'prediction'>): Prediction {
  if (player.prediction === null) throw new Error('Prediction mode is off.');
  return player.prediction;
}

function questionOf(player: PlayerStore): string | null {
  const { asked: present } = predictionOf(player.getState());
  return present && `${present.question.kind} ${present.question.request}, ${present.phase}`;
}

function sceneOf(player: PlayerStore): string | undefined {
  const { lesson, lessonPosition } = player.getState();
  return typeof lessonPosition === 'number' ? lesson.scenes[lessonPosition]?.id : lessonPosition;
}

describe('in prediction mode', () => {
  it('the place is within the visible part, wherever it is switched on while comparing', () => {
    // In this run a question waits at a step beside which the other side goes on.
    const player = openPlayer({ allowsMotion: false, lesson: sticky });
    act(player, crash, { kind: 'compare-with', variant: 'shared-store' });
    const length = timelineLength(player.getState());
    for (let step = 0; step < length; step += 1) {
      act(player, off, { kind: 'go-to', step }, on);
      const state = player.getState();
      expect(timelineIndex(state), `at ${step}`).toBeLessThan(timelineLength(state));
    }
  });

  it('a digit changes nothing while no question is open', () => {
    const player = crashed();
    const before = player.getState();
    act(player, type(1));
    expect(player.getState()).toBe(before);
  });

  it('the run ends at the first question in every view', () => {
    const { recording } = crashed().getState();
    const arrows = recording.run && arrowsOf(recording.run);
    expect(arrows?.at(-1)).toBe('client/2 client -> load-balancer');
    expect(recording.diagram.steps).toHaveLength(arrows?.length ?? 0);
    expect(recording.run?.events).toHaveLength((recording.run?.steps.at(-1)?.lastEvent ?? -1) + 1);
    expect(recording.diagram.outages).toMatchObject([{ participant: 'server-1', to: null }]);
  });

  it('the request is shown in flight, and the next step is the question instead of the response', () => {
    const player = crashed();
    act(player, 'next-step');
    expect(presentArrow(player)).toBe('client/2 client -> load-balancer');
    expect(questionOf(player)).toBeNull();
    expect(isAtTheEnd(player.getState())).toBe(false);
    act(player, 'next-step');
    expect(presentArrow(player)).toBe('client/2 client -> load-balancer');
    expect(questionOf(player)).toBe('server client/2, first-vote');
  });

  it.each(['last-step', 'next-request', 'toggle-play'] as const)('%s opens the question as well', (kind) => {
    const player = crashed();
    act(player, kind);
    while (player.getState().isPlaying) act(player, 'advance');
    expect(questionOf(player)).toBe('server client/2, first-vote');
    expect(player.getState().isPlaying).toBe(false);
  });

  it('the slider stops before the question without opening it', () => {
    const player = crashed();
    act(player, { kind: 'go-to', step: 100 });
    expect(presentArrow(player)).toBe('client/2 client -> load-balancer');
    expect(questionOf(player)).toBeNull();
  });

  it('there is no question when all strategies give the same answer', () => {
    const player = openPlayer({ allowsMotion: false });
    act(player, on, 'last-step');
    expect(questionOf(player)).toBeNull();
    expect(isAtTheEnd(player.getState())).toBe(true);
  });

  it('a running animation completes first', () => {
    const player = openPlayer();
    act(player, on, crash, 'finish-motion', 'next-step', 'next-step');
    expect(player.getState().isMoving).toBe(false);
    expect(questionOf(player)).toBeNull();
    act(player, 'next-step');
    expect(questionOf(player)).toBe('server client/2, first-vote');
  });
});

describe('a question', () => {
  it('comes before the lesson’s scene that shows its answer', () => {
    const player = asked();
    const scene = () => presentScene(clerk, runOfPlayer(player), player.getState().step)?.id;
    expect(scene()).not.toBe('another-clerk');
    act(player, 'skip-question', 'skip-question', 'next-step');
    expect(presentArrow(player)).toBe('client/2 server-2 --> client');
    expect(scene()).toBe('another-clerk');
  });

  it('proceeds from the first vote to discussion, second vote, answer, and on', () => {
    const player = asked();
    act(player, 'next-step');
    expect(questionOf(player)).toBe('server client/2, discussion');
    act(player, 'next-step');
    expect(questionOf(player)).toBe('server client/2, second-vote');
    act(player, 'next-step');
    expect(questionOf(player)).toBe('server client/2, revealed');
    act(player, 'next-step');
    expect(questionOf(player)).toBe('answer client/2, first-vote');
    act(player, 'reveal', 'next-step');
    expect(questionOf(player)).toBeNull();
    expect(presentArrow(player)).toBe('client/2 load-balancer -> server-2');
  });

  it('hides the run until the answer is revealed', () => {
    const player = asked();
    const before = runOfPlayer(player).steps.length;
    for (let press = 0; press < 2; press += 1) {
      act(player, 'next-step', choose(0));
      expect(runOfPlayer(player).steps).toHaveLength(before);
    }
    // The server's response is asked about at the same step.
    act(player, 'reveal');
    expect(runOfPlayer(player).steps).toHaveLength(before);
    act(player, 'next-step', 'reveal');
    expect(runOfPlayer(player).steps.length).toBeGreaterThan(before);
  });

  it('can be skipped', () => {
    const player = asked();
    act(player, 'skip-question', 'skip-question');
    expect(presentArrow(player)).toBe('client/2 load-balancer -> server-2');
  });

  it('closes on a step back, and opens again at the next step', () => {
    const player = asked();
    const { step } = player.getState();
    act(player, 'previous-step');
    expect(questionOf(player)).toBeNull();
    expect(player.getState().step).toBe(step);
    act(player, 'next-step');
    expect(questionOf(player)).toBe('server client/2, first-vote');
    act(player, 'put-away', 'next-step');
    expect(questionOf(player)).toBe('server client/2, first-vote');
  });

  it('does not open again after an answer, until the run starts over', () => {
    const player = asked();
    act(player, 'skip-question', 'skip-question', 'first-step', 'last-step');
    expect(questionOf(player)).toBe('answer client/3, first-vote');
    act(player, 'start-over', crash, 'last-step');
    expect(questionOf(player)).toBe('server client/2, first-vote');
  });

  it('refers to the new run after a command', () => {
    const player = asked();
    act(player, 'other-mode');
    expect(questionOf(player)).toBeNull();
    act(player, 'next-step', 'skip-question');
    expect(questionOf(player)).toBe('answer client/2, first-vote');
    const options = predictionOf(player.getState()).asked?.question.options ?? [];
    expect(options.find(({ isTrue }) => isTrue)?.answer).toMatchObject({ meaning: { kind: 'total' } });
  });

  it('stays open when the language changes', () => {
    const player = asked();
    act(player, choose(1), { kind: 'set-messages', phrasebook: korean });
    const { asked: present, shown } = predictionOf(player.getState());
    expect(present?.votes[0].choice).toBe(1);
    expect(player.getState().recording.diagram.participants[0]?.name).toBe('클라이언트');
    expect(player.getState().recording).toBe(shown.recording);
    expect(runOfPlayer(player).steps.at(-1)?.key).toBe('client/2 client>load-balancer 1');
  });

  it('hides the other strategy’s answer, too, while comparing', () => {
    const player = crashed();
    act(player, 'toggle-compare', 'last-step');
    const { comparison } = player.getState();
    expect(questionOf(player)).toBe('server client/2, first-vote');
    expect(comparison?.recording.run && arrowsOf(comparison.recording.run).at(-1)).toBe(
      'client/2 client -> load-balancer',
    );
    expect(comparison?.differsAt).toBeNull();
    act(player, 'skip-question', 'skip-question');
    expect(presentArrow(player)).toBe('client/2 load-balancer -> server-2');
  });
});

describe('a run that is opened at a step of its own', () => {
  const commands = [
    { ...crashPayload, moment: { request: 'client/1', at: 'answered', offsetUs: 0 } },
  ] as const;

  function openedAt(arrow: string): PlayerStore {
    const player = asked();
    act(player, { kind: 'open-run', scenario: clerk.scenario, commands });
    const { run } = predictionOf(player.getState()).whole.recording;
    act(player, { kind: 'start-at', step: run === null ? -1 : arrowsOf(run).indexOf(arrow) });
    return player;
  }

  it('shows that step, and asks nothing before it', () => {
    const player = openedAt('client/2 server-2 --> client');
    expect(presentArrow(player)).toBe('client/2 server-2 --> client');
    expect(questionOf(player)).toBeNull();
    expect(runOfPlayer(player).events.at(-1)?.kind).not.toBe('run-ended');
    act(player, 'last-step');
    expect(questionOf(player)).toBe('answer client/3, first-vote');
  });

  it('hides the answer to the next question', () => {
    const player = openedAt('client/2 client -> load-balancer');
    act(player, 'next-step');
    expect(questionOf(player)).toBe('server client/2, first-vote');
  });
});

it('a run is opened at a step of its own while comparing, too', () => {
  const player = openPlayer({ allowsMotion: false });
  act(player, { kind: 'compare-with', variant: 'shared-store' }, { kind: 'start-at', step: 6 });
  expect(player.getState().step).toBe(6);
});

describe('the lesson’s position', () => {
  it('stays before a scene whose step a question hides', () => {
    const player = crashed();
    const before = player.getState().lessonPosition;
    act(player, 'last-step');
    expect(questionOf(player)).toBe('server client/2, first-vote');
    expect(player.getState().lessonPosition).toBe(before);
    act(player, 'put-away', { kind: 'go-to', step: 100 });
    expect(player.getState().lessonPosition).toBe(before);
  });

  it('moves on to the scene once its step is shown', () => {
    const player = asked();
    act(player, 'skip-question', 'skip-question', 'next-step');
    expect(presentArrow(player)).toBe('client/2 server-2 --> client');
    expect(sceneOf(player)).toBe('another-clerk');
  });

  it('is that of a scene that is opened while a question is open', () => {
    const player = asked();
    act(player, { kind: 'open-lesson', lesson: clerk, lessonPosition: 2 });
    expect(sceneOf(player)).toBe('another-clerk');
    expect(presentArrow(player)).toBe('client/2 server-2 --> client');
    expect(questionOf(player)).toBeNull();
  });
});

describe('votes', () => {
  it('are a single choice, which can be changed', () => {
    const player = asked();
    act(player, choose(0), choose(1));
    const vote = predictionOf(player.getState()).asked?.votes[0];
    expect(vote && countsOf(vote)).toEqual([0, 1]);
  });

  it('are counted hands: a letter, then the number', () => {
    const player = asked();
    act(player, choose(0), type(1), type(7), choose(1), type(9));
    const votes = () => predictionOf(player.getState()).asked?.votes.map(countsOf);
    expect(votes()).toEqual([
      [17, 9],
      [0, 0],
    ]);
    // A newly typed number replaces the previous one.
    act(player, choose(0), type(4), { kind: 'count-hands', option: 1, hands: 10 });
    expect(votes()?.[0]).toEqual([4, 10]);
    act(player, 'next-step', choose(1), type(5), 'next-step', choose(1), type(3));
    expect(votes()).toEqual([
      [4, 10],
      [0, 3],
    ]);
  });

  it('are never negative, and limited', () => {
    const player = asked();
    act(player, { kind: 'count-hands', option: 0, hands: -1 });
    act(player, { kind: 'count-hands', option: 1, hands: 1_000_000 });
    act(player, { kind: 'count-hands', option: 7, hands: 3 });
    expect(predictionOf(player.getState()).asked?.votes[0].hands).toEqual([0, 999]);
  });

  it('show the most voted option’s explanation first, then any option’s', () => {
    const player = asked();
    act(player, choose(0), type(3), choose(1), type(2), 'reveal');
    expect(predictionOf(player.getState()).asked?.explained).toBe(0);
    act(player, choose(1));
    expect(predictionOf(player.getState()).asked?.explained).toBe(1);
  });
});

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  ...([
    ...([
      'next-step',
      'previous-step',
      'first-step',
      'last-step',
      'next-request',
      'previous-request',
    ] as const),
    ...([
      'advance',
      'toggle-play',
      'go-on',
      'reveal',
      'skip-question',
      'put-away',
      'toggle-compare',
    ] as const),
    ...(['other-mode', 'undo', 'redo', 'next-branch', 'start-over'] as const),
  ].map((kind) => fc.constant({ kind })) as fc.Arbitrary<Action>[]),
  fc.nat({ max: 30 }).map((step): Action => ({ kind: 'go-to', step })),
  fc.nat({ max: 3 }).map(choose),
  fc.nat({ max: 9 }).map(type),
  fc.constant(crash),
);

describe('after any actions', () => {
  it('the state contains nothing beyond an open question, and the step exists', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const player = openPlayer({ allowsMotion: false });
        act(player, on);
        for (const action of actions) {
          const state = act(player, action);
          const { questions, next, asked: present } = predictionOf(state);
          const open = questions[next];
          if (open !== undefined) {
            expect(runOfPlayer(player).steps).toHaveLength(open.at + 1);
            expect(state.recording.diagram.steps).toHaveLength(open.at + 1);
            if (state.comparison !== null) expect(state.comparison.pairs.at(-1)?.own).toBe(open.at);
          }
          expect(timelineIndex(state)).toBeLessThan(timelineLength(state));
          expect(state.recording.diagram.steps[state.step]).toBeDefined();
          if (present !== null && present.phase !== 'revealed') expect(present.question).toBe(open);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('turning it off shows the run as if it had never been on', () => {
    const player = asked();
    act(player, off);
    const never = openPlayer({ allowsMotion: false });
    act(never, crash, 'next-step');
    expect(arrowsOf(runOfPlayer(player))).toEqual(arrowsOf(runOfPlayer(never)));
    expect(player.getState().step).toBe(never.getState().step);
    expect(player.getState().prediction).toBeNull();
  });
});
