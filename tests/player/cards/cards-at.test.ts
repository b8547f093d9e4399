import { describe, expect, it } from 'vitest';
import { type CardId, cardIds } from '../../../src/lessons/cards.ts';
import { lessons } from '../../../src/lessons/lessons.ts';
import sessionCookie from '../../../src/lessons/session-cookie/lesson.ts';
import sharedStore from '../../../src/lessons/shared-store/lesson.ts';
import { cardsAt } from '../../../src/player/cards/cards-at.ts';
import { cardsHere } from '../../../src/player/cards/cards-here.ts';
import type { Line } from '../../../src/simulation/applications/line.ts';
import type { Command } from '../../../src/simulation/cluster.ts';
import { type ClusterScenario, clients } from '../../../src/simulation/scenario.ts';
import type { StrategyId } from '../../../src/simulation/strategies/strategies.ts';
import { strategyIds } from '../../../src/simulation/strategies/strategies.ts';
import type { Run } from '../../../src/trace/run.ts';
import { act, openPlayer, runOfPlayer } from '../../support/opened-player.ts';
import { runOf } from '../../support/run-of.ts';
import { arrowOf } from '../../support/runs.ts';
import {
  crash,
  drop,
  restart,
  scenario,
  scripted,
  whenAnswered,
  whenArrived,
  whenSent,
} from '../../support/scenario.ts';
import { connecting, operations, scriptNames, speaking } from '../../support/scripts.ts';
import { instruct, logIn, logOut, me, SECOND_US, says, tokens } from '../../support/token-runs.ts';

/** The cards of the step that this arrow tells of, `client/2 server-2 --> client`. */
function cardsOf(run: Run, arrow: string): readonly CardId[] {
  const index = run.steps.findIndex((step) => arrowOf(step) === arrow);
  if (index < 0) throw new Error(`There is no ${arrow} among ${run.steps.map(arrowOf).join(', ')}.`);
  return cardsAt(run, index);
}

function loggedIn(
  strategy: StrategyId,
  commands: readonly Command[],
  changes: Partial<ClusterScenario> = {},
): Run {
  return runOf(scripted([logIn, me, me], { strategy, ...changes }), commands);
}

const crashBetween = crash('server-1', whenAnswered('client/1', 100_000));

describe('the cards of a crash', () => {
  it('under server memory are about what it took, and what it did not', () => {
    const run = runOf(scenario(), [crash('server-1', whenAnswered('client/1'))]);
    const expected = ['crash-loses-only-copies', 'accounts-survive'];
    expect(cardsOf(run, 'crash server-1: done')).toEqual(expected);
    expect(cardsOf(run, 'client/2 server-2 --> client')).toEqual(expected);
  });

  it('are none for a server that no client had met', () => {
    const run = runOf(scenario(), [crash('server-3', whenAnswered('client/1'))]);
    expect(cardsOf(run, 'crash server-3: done')).toEqual([]);
  });

  it('under sticky sessions are about what stickiness does not do', () => {
    const run = loggedIn('sticky', [crashBetween]);
    expect(cardsOf(run, 'client/2 server-2 --> client')).toContain('stickiness-copies-nothing');
  });

  it('under replication are about the copies: as they are made, at the crash, and when another goes on', () => {
    const run = loggedIn('replicated', [crashBetween]);
    for (const arrow of ['- server-1 -> server-2', 'crash server-1: done', 'client/2 server-2 --> client']) {
      expect(cardsOf(run, arrow)).toEqual(['crash-loses-only-copies']);
    }
  });

  it('of the store are about where the state has gone', () => {
    const run = loggedIn('shared-store', [crash('session-store', whenAnswered('client/1'))]);
    expect(cardsOf(run, 'crash session-store: done')).toEqual(['shared-store-moves-the-state']);
    expect(cardsOf(run, 'client/2 server-1 --> client')).toEqual(['shared-store-moves-the-state']);
  });

  it.each(['client-state', 'signed-token'] as const)(
    'under %s are about what it can still do harm to',
    (strategy) => {
      expect(cardsOf(loggedIn(strategy, [crashBetween]), 'crash server-1: done')).toEqual([
        'in-flight-is-unknown',
      ]);
    },
  );
});

describe('the cards of a payment that broke off', () => {
  const pay = { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: false } as const;

  it('are about not knowing, at the failure and each time it is sent again', () => {
    const run = runOf(scripted([logIn, pay], { client: { retries: 1 } }), [
      crash('server-1', whenArrived('client/2', 1_500)),
    ]);
    expect(cardsOf(run, 'client/2 load-balancer --> client')).toEqual(['in-flight-is-unknown']);
    const again = run.steps.findIndex(({ key }) => key === 'client/2 client>load-balancer 2');
    expect(cardsAt(run, again)).toEqual(['in-flight-is-unknown']);
    // Charged twice: the answer to the second attempt says nothing of the first.
    expect(cardsOf(run, 'client/2 server-2 --> client')).toEqual(['in-flight-is-unknown']);
  });
});

describe('the cards of a session’s life', () => {
  const run = runOf(scripted([{ kind: 'visit' }, logIn, me, logOut, me]), []);

  it.each<[string, readonly CardId[]]>([
    ['client/1 load-balancer -> server-1', ['session-is-no-login']],
    ['client/1 server-1 --> client', ['cookie-or-server-memory']],
    ['client/2 server-1 --> client', ['login-renews-the-id', 'session-id-is-a-password']],
    ['client/3 server-1 --> client', []],
    ['client/4 server-1 --> client', ['session-is-no-login']],
  ])('%s: %j', (arrow, expected) => {
    expect(cardsOf(run, arrow)).toEqual(expected);
  });

  /** Two users, the second of them taking the only session slot; and a session that was planted and then renewed. */
  it.each<[string, number, readonly CardId[]]>([
    ['evicted', 5, ['shared-store-moves-the-state']],
    ['renewed', 5, ['login-renews-the-id', 'session-id-is-a-password']],
  ])('tell why it is not there any more: it was %s', (name, scene, expected) => {
    const lesson = name === 'evicted' ? sharedStore : sessionCookie;
    expect(lesson.scenes[scene]?.id).toBe(name);
    const player = openPlayer();
    const { step } = act(player, { kind: 'open-lesson', lesson, lessonPosition: scene });
    expect(cardsAt(runOfPlayer(player), step)).toEqual(expected);
  });

  it('are about the state where another server has it', () => {
    const turns = loggedIn('server-memory', [], { balancing: 'round-robin' });
    expect(cardsOf(turns, 'client/2 server-2 --> client')).toEqual(['state-is-what-is-remembered']);
  });
});

describe('the cards of a token', () => {
  const tamper = instruct(
    ['client'],
    { kind: 'tamper', tampering: { kind: 'set-claim', claim: 'role', value: 'admin' } },
    whenAnswered('client/1'),
  );

  it('are about what it is when it is given, and about the check when it is shown', () => {
    const run = runOf(says([logIn, me, logOut]), []);
    expect(cardsOf(run, 'client/1 server-1 --> client')).toEqual([
      'signed-is-readable',
      'ticket-and-wristband',
    ]);
    expect(cardsOf(run, 'client/2 client -> load-balancer')).toEqual(['token-or-cookie-are-two-questions']);
    expect(cardsOf(run, 'client/2 load-balancer -> server-1')).toEqual(['checking-a-token-is-more']);
    expect(cardsOf(run, 'client/3 server-1 --> client')).toEqual(['stateless-has-its-price']);
  });

  it('are about the signature when it was changed', () => {
    const run = runOf(says([logIn, me]), [tamper]);
    expect(cardsOf(run, 'instruct: done')[0]).toBe('signed-is-readable');
    expect(cardsOf(run, 'client/2 server-1 --> client')).toEqual([
      'signed-is-readable',
      'checking-a-token-is-more',
    ]);
  });

  it('are about more than the signature when it has expired', () => {
    const run = runOf(says([logIn, me], { tokens: tokens({ lifetimeUs: 2 * SECOND_US }) }), []);
    expect(cardsOf(run, 'client/2 server-1 --> client')).toEqual(['checking-a-token-is-more']);
  });

  it('are about the list of those that were revoked', () => {
    const lines: Line[] = [logIn, { kind: 'hand-over', to: 'client-2' }, logOut];
    const run = runOf(
      says([], {
        tokens: tokens({ hasDenyList: true }),
        clients: [clients(lines), clients([me], { arrivesAtUs: 20 * SECOND_US })],
      }),
      [],
    );
    expect(cardsOf(run, 'client-2/1 server-1 --> client-2')).toEqual(['stateless-has-its-price']);
  });
});

describe('the cards of connections', () => {
  it('are about the three segments, and about the reset after a reboot', () => {
    const run = runOf(connecting('tcp'), [
      crash('server-1', whenAnswered('client/2')),
      restart('server-1', whenAnswered('client/2', 100_000)),
    ]);
    const handshake = run.steps.slice(0, 3).map((_, index) => cardsAt(run, index));
    expect(handshake).toEqual(Array(3).fill(['handshake-has-three-segments']));
    expect(cardsOf(run, 'crash server-1: done')).toEqual(['lost-connection-is-not-resumed']);
    const reset = run.steps.findIndex(
      (step) =>
        step.kind === 'message' &&
        step.message.body.kind === 'tcp-segment' &&
        step.message.body.control.includes('RST'),
    );
    expect(cardsAt(run, reset)).toEqual(['lost-connection-is-not-resumed']);
  });

  it('tell HTTP from the connection that it travels over', () => {
    const run = runOf(scripted([{ kind: 'visit' }, { kind: 'visit' }], { connections: 'tcp' }), []);
    const data = run.steps.flatMap((step, index) =>
      step.kind === 'message' && step.message.body.kind === 'tcp-segment' && step.message.body.data !== ''
        ? [cardsAt(run, index)]
        : [],
    );
    expect(data[0]).toEqual(['http-and-tcp-are-no-rivals']);
    expect(data.at(-1)).toEqual(['a-connection-is-another-question']);
  });

  it('are about what UDP does not promise when a datagram is lost', () => {
    const run = runOf(connecting('udp'), [drop('client', 'server-1', whenSent('client/1'))]);
    expect(cardsOf(run, 'client/2 client -x server-1')).toEqual(['reliability-is-another-question']);
  });
});

describe('the cards', () => {
  const runs: Run[] = [
    ...strategyIds.flatMap((strategy) =>
      scriptNames.flatMap((script) =>
        [[], [crash('server-1', whenAnswered('client/1'))], ...operations].map((commands) =>
          runOf(speaking(strategy, script), commands),
        ),
      ),
    ),
    runOf(speaking('shared-store', 'account', { connections: 'tcp' }), []),
    runOf(connecting('udp'), [drop('client', 'server-1', whenSent('client/1'))]),
    ...(['tcp', 'udp'] as const).flatMap((transport) => {
      const connected = connecting(transport);
      const lossy = { ...connected.network, lossPerMillion: 200_000 };
      return [connected, { ...connected, network: lossy }].map((each) =>
        runOf(each, [crash('server-1', whenSent('client/3')), restart('server-1', whenSent('client/3', 1))]),
      );
    }),
  ];
  const shown = runs.map((run) => run.steps.map((_, index) => cardsAt(run, index)));

  it('are at most two a step, and never the same one twice', () => {
    for (const cards of shown.flat()) {
      expect(cards.length).toBeLessThanOrEqual(2);
      expect(new Set(cards).size).toBe(cards.length);
    }
  });

  it('are each met in some lesson, at a step that shows what they say', () => {
    const met = new Set<CardId>();
    for (const lesson of lessons) {
      for (const scene of lesson.scenes.keys()) {
        const player = openPlayer();
        act(player, { kind: 'open-lesson', lesson, lessonPosition: scene });
        const run = runOfPlayer(player);
        for (const [index] of run.steps.entries())
          for (const id of cardsHere(lesson, run, index)) met.add(id);
      }
    }
    expect(cardIds.filter((id) => !met.has(id))).toEqual([]);
  });

  it('all apply somewhere, or belong to a scene', () => {
    const ofScenes = lessons.flatMap(({ scenes }) => scenes.flatMap(({ cards }) => cards ?? []));
    const seen = new Set([...shown.flat(2), ...ofScenes]);
    expect(cardIds.filter((id) => !seen.has(id))).toEqual([]);
  });
});
