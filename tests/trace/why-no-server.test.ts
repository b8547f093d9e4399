/** Why no server took a request: which of them were tried, and why the others weren't. */
import { describe, expect, it } from 'vitest';
import { balancerProfiles } from '../../src/simulation/balancer.ts';
import { type Command, LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import type { SetServerState } from '../../src/simulation/commands/set-server-state.ts';
import type { NodeId } from '../../src/simulation/kernel/actor.ts';
import { reasonsAt, runWith } from '../support/explanations.ts';
import { crash, type ScenarioChanges, whenAnswered, whenSent } from '../support/scenario.ts';
import { instruct, logIn, me } from '../support/token-runs.ts';

const dark = (node: NodeId, moment: Command['moment']): Command => ({
  kind: 'crash',
  node,
  how: 'machine',
  moment,
});
const setState = (server: NodeId, state: SetServerState['state']) =>
  instruct([LOAD_BALANCER], { kind: 'set-server-state', server, state }, whenAnswered('client/1'));

/** Of the second request's answer. Between two requests, health checks have time to find a crash. */
function reasonsFor(servers: number, commands: readonly Command[], changes: ScenarioChanges = {}) {
  return reasonsAt(runWith([logIn, me], { servers, ...changes }, commands), 'client/2 answer 1');
}

describe('no server can take a request', () => {
  it('because there is none', () => {
    const drain: Command = { kind: 'drain', node: 'server-1', moment: whenAnswered('client/1') };
    expect(reasonsFor(1, [drain])).toEqual(['has-no-servers load-balancer']);
  });

  it.each([
    ['crashed', crash, 'had-crashed'],
    ['gone dark', dark, 'had-gone-dark'],
  ] as const)('because the only one is marked down, as it has %s', (_, stop, reason) => {
    expect(reasonsFor(1, [stop('server-1', whenAnswered('client/1'))])).toEqual([
      'was-marked-down server-1',
      `${reason} server-1`,
    ]);
  });

  it('because the only one is marked down, as its process is frozen', () => {
    const freeze: Command = { kind: 'freeze', node: 'server-1', moment: whenAnswered('client/1') };
    expect(reasonsFor(1, [freeze])).toEqual(['was-marked-down server-1', 'had-a-frozen-process server-1']);
  });

  it('because each of them is marked down', () => {
    const moment = whenAnswered('client/1');
    expect(reasonsFor(2, [crash('server-1', moment), crash('server-2', moment)])).toEqual([
      'was-marked-down server-1',
      'was-marked-down server-2',
    ]);
  });

  it('because one refuses it, and the other one is closed', () => {
    const commands = [setState('server-2', 'maint'), crash('server-1', whenSent('client/2'))];
    expect(reasonsFor(2, commands)).toEqual(['did-not-answer server-1', 'was-closed server-2']);
  });

  it('because the only one refuses it, which no health check had found', () => {
    expect(reasonsFor(1, [crash('server-1', whenSent('client/2'))])).toEqual([
      'did-not-answer server-1',
      'had-crashed server-1',
      'no-check-had-failed server-1',
    ]);
  });

  it('because the attempt to connect to the only one is lost, as its machine is dark', () => {
    expect(reasonsFor(1, [dark('server-1', whenSent('client/2'))])).toEqual([
      'message-was-lost server-1',
      'had-gone-dark server-1',
      'no-check-had-failed server-1',
    ]);
  });
});

describe('a server doesn’t answer in time', () => {
  it('because the message to it is lost', () => {
    const cut: Command = { kind: 'cut', between: [LOAD_BALANCER, 'server-1'], moment: whenSent('client/2') };
    expect(reasonsFor(1, [cut])).toEqual(['message-was-lost server-1', 'sender-waits load-balancer']);
  });

  it('because its process is frozen', () => {
    const freeze: Command = { kind: 'freeze', node: 'server-1', moment: whenSent('client/2') };
    expect(reasonsFor(1, [freeze])).toEqual(['was-frozen server-1']);
  });
});

describe('a load balancer that tries no other server', () => {
  const balancer = { ...balancerProfiles.haproxy, checksHealth: false };

  it('gives up on the one that has crashed', () => {
    expect(reasonsFor(2, [crash('server-1', whenAnswered('client/1'))], { balancer })).toEqual([
      'did-not-answer server-1',
      'had-crashed server-1',
      'no-checks-are-made load-balancer',
      'gives-up load-balancer',
    ]);
  });

  it('gives up on the one whose machine is dark', () => {
    expect(reasonsFor(2, [dark('server-1', whenAnswered('client/1'))], { balancer })).toEqual([
      'message-was-lost server-1',
      'gives-up load-balancer',
    ]);
  });
});
