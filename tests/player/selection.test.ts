import { describe, expect, it } from 'vitest';
import { forgeryCommands } from '../../src/player/forgery.ts';
import type { Action } from '../../src/player/state.ts';
import { clients, clusterScenario } from '../../src/simulation/scenario.ts';
import { act, openPlayer, runOfPlayer } from '../support/opened-player.ts';
import { scripts } from '../support/scripts.ts';

const laptop: Action = { kind: 'select', selection: { side: 'own', kind: 'node', node: 'server-1' } };

describe('the selection', () => {
  it('does not move the cursor, and pauses playback', () => {
    const player = openPlayer();
    const { step } = act(player, 'toggle-play');
    const after = act(player, laptop);
    expect([after.step, after.isPlaying]).toEqual([step, false]);
    expect(after.selection).toEqual({ side: 'own', kind: 'node', node: 'server-1' });
  });

  it.each<Action>([
    { kind: 'next-step' },
    { kind: 'go-to', step: 0 },
    { kind: 'crash', node: 'server-1' },
    { kind: 'other-mode' },
    { kind: 'toggle-detail' },
  ])('ends with $kind', (action) => {
    const player = openPlayer();
    act(player, laptop, 'toggle-causes');
    const { selection, showsCauses } = act(player, 'finish-motion', action);
    expect([selection, showsCauses]).toEqual([null, false]);
  });

  it('moves from step to step by keys, between the first and the present one', () => {
    const player = openPlayer();
    const { step } = player.getState();
    for (let index = step - 1; index >= 0; index -= 1) {
      expect(act(player, 'inspect-earlier').selection).toEqual({ side: 'own', kind: 'step', step: index });
    }
    expect(act(player, 'inspect-earlier').selection).toMatchObject({ step: 0 });
    for (let index = 1; index < step; index += 1) {
      expect(act(player, 'inspect-later').selection).toMatchObject({ step: index });
    }
    expect(act(player, 'inspect-later').selection).toBeNull();
    expect(act(player, 'inspect-later').selection).toBeNull();
    expect(player.getState().step).toBe(step);
  });
});

describe('a forged token', () => {
  const scenario = clusterScenario({ strategy: 'signed-token', clients: [clients(scripts.account)] });
  const kept = { payload: null, algorithm: null, signature: 'kept' } as const;

  /** Logs in, forges, and goes to the response to the forged token. */
  function answerTo(forgery: Parameters<typeof forgeryCommands>[1]): unknown {
    const player = openPlayer();
    act(player, { kind: 'change-scenario', scenario });
    const loggedIn = runOfPlayer(player).steps.findIndex(
      ({ moment }) => moment.request === 'client/2' && moment.at === 'answered',
    );
    act(player, { kind: 'go-to', step: loggedIn });
    for (const payload of forgeryCommands('client', forgery)) act(player, { kind: 'command', payload });
    const { steps } = runOfPlayer(player);
    const answer = steps.find(
      (step) => step.kind === 'message' && step.request === 'client/2+1' && step.message.role === 'reply',
    );
    if (answer?.kind !== 'message' || answer.message.body.kind !== 'http-response') return undefined;
    return { status: answer.message.body.status, error: JSON.parse(answer.message.body.body).error };
  }

  // RFC 7515 §5.2 and RFC 7519 §7.2: algorithm and key are checked first, then the signature.
  it.each([
    ['other claims', { ...kept, payload: '{"sub":"root","role":"admin"}' }, 'bad-signature'],
    ['no JSON at all', { ...kept, payload: 'let me in' }, 'bad-signature'],
    ['no algorithm', { ...kept, algorithm: 'none' }, 'algorithm-none'],
    ['an algorithm that is not theirs', { ...kept, algorithm: 'RS256' }, 'unknown-algorithm'],
    ['one bit of the signature', { ...kept, signature: 'flipped' as const }, 'bad-signature'],
    ['a signature of their own', { ...kept, signature: 'own-key' as const }, 'bad-signature'],
    [
      'claims, signed again without the real key',
      { ...kept, payload: '{"role":"admin"}', signature: 'own-key' as const },
      'bad-signature',
    ],
  ])('with %s is refused, with the reason', (_, forgery, error) => {
    expect(answerTo(forgery)).toEqual({ status: 401, error });
  });

  it('signed with the secret that leaked from a server is accepted, whatever it claims', () => {
    const player = openPlayer();
    act(player, { kind: 'change-scenario', scenario });
    const { states } = runOfPlayer(player);
    const [secret] = [...(states[0]?.snapshot.get('server-1')?.memory ?? [])].flatMap(({ item }) =>
      item.kind === 'key-ring' && item.ring.signing?.kty === 'oct' ? [item.ring.signing.k] : [],
    );
    const leaked = { ...kept, signature: 'leaked-key' as const, leakedSecret: secret };
    expect(answerTo(leaked)).toEqual({ status: 200 });
    // The claims have to be complete, though.
    expect(answerTo({ ...leaked, payload: '{"role":"admin"}' })).toEqual({
      status: 401,
      error: 'invalid-claims',
    });
  });

  it('signed with a text that is no secret is left as it was', () => {
    expect(answerTo({ ...kept, signature: 'leaked-key', leakedSecret: 'short' })).toEqual({ status: 200 });
    expect(answerTo({ ...kept, signature: 'leaked-key', leakedSecret: '%' })).toEqual({ status: 200 });
  });

  it('without a change is not sent', () => {
    expect(forgeryCommands('client', kept)).toEqual([]);
  });
});
