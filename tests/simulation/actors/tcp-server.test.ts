/** The service over TCP, driven by the segments of one client. */
import { describe, expect, it } from 'vitest';
import { type TcpServerState, tcpServer } from '../../../src/simulation/actors/transport/tcp-server.ts';
import type { ClusterContext, ClusterEffect } from '../../../src/simulation/cluster.ts';
import { notation, type Segment } from '../../../src/simulation/protocols/tcp/segment.ts';
import { standardSettings } from '../../../src/simulation/protocols/tcp/tcb.ts';

const actor = tcpServer({
  serviceUs: 500,
  tcp: { settings: standardSettings, listensOn: 80, firstIss: 300 },
});
const context: ClusterContext = {
  self: 'server-1',
  nowUs: 0,
  memory: new Map(),
  draining: [],
  members: ['server-1', 'client'],
  random: { integer: (min) => min },
};

function arrive(state: TcpServerState, part: Pick<Segment, 'seq' | 'ack' | 'control'> & { data?: string }) {
  const body: Segment = { kind: 'tcp-segment', sourcePort: 49_152, destinationPort: 80, data: '', ...part };
  const message = { id: 1, from: 'client', to: 'server-1', role: 'datagram', exchange: 0 } as const;
  return sentBy(
    actor.react(state, { kind: 'message', message: { ...message, request: 'client/1', body } }, context),
  );
}

function sentBy(effects: readonly ClusterEffect[]): string[] {
  return effects.flatMap((effect) =>
    effect.kind === 'send' && effect.body.kind === 'tcp-segment' ? [notation(effect.body)] : [],
  );
}

describe('the service over TCP', () => {
  it('answers the pending requests of a client that has sent its FIN, then closes', () => {
    const state = actor.start();
    actor.react(state, { kind: 'started' }, context);
    arrive(state, { seq: 100, ack: null, control: ['SYN'] });
    arrive(state, { seq: 101, ack: 301, control: [] });
    expect(arrive(state, { seq: 101, ack: 301, control: [], data: 'REQUEST 1 two\n' })).toEqual([
      '<SEQ=301><ACK=115><CTL=ACK>',
    ]);
    expect(arrive(state, { seq: 115, ack: 301, control: ['FIN'] })).toEqual(['<SEQ=301><ACK=116><CTL=ACK>']);
    expect(sentBy(actor.react(state, { kind: 'timer', timer: 1 }, context))).toEqual([
      '<SEQ=301><ACK=116><DATA=15><CTL=PSH,ACK>',
      '<SEQ=316><ACK=116><CTL=FIN,ACK>',
    ]);
  });

  it("leaves when it's told to drain, once its connections have ended", () => {
    const state = actor.start();
    actor.react(state, { kind: 'started' }, context);
    arrive(state, { seq: 100, ack: null, control: ['SYN'] });
    arrive(state, { seq: 101, ack: 301, control: [] });
    const told = actor.react(state, { kind: 'draining', node: 'server-1' }, context);
    expect(told.map(({ kind }) => kind)).not.toContain('leave');
    arrive(state, { seq: 101, ack: 301, control: ['FIN'] });
    const body = {
      sourcePort: 49_152,
      destinationPort: 80,
      seq: 102,
      ack: 302,
      control: [],
      data: '',
    } as const;
    const message = { id: 2, from: 'client', to: 'server-1', role: 'datagram', exchange: 0 } as const;
    const last = actor.react(
      state,
      {
        kind: 'message',
        message: { ...message, request: 'client/1', body: { kind: 'tcp-segment', ...body } },
      },
      context,
    );
    expect(last.map(({ kind }) => kind)).toContain('leave');
  });
});
