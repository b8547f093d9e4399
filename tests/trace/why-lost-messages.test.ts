/** Who waits after a message was lost, as nobody is told: by protocol, and by what the message was. */
import { describe, expect, it } from 'vitest';
import { lessonById } from '../../src/lessons/lessons.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import type { Run } from '../../src/trace/run.ts';
import { whyOf } from '../../src/trace/why.ts';
import { seenAfter } from '../support/lesson-scenes.ts';
import { runOf } from '../support/run-of.ts';
import { crash, drop, scenario, whenAnswered, whenSent } from '../support/scenario.ts';

function runOfScene(lesson: string, scene: string): Run {
  const found = lessonById(lesson);
  if (found === undefined) throw new Error(`There is no lesson ${lesson}.`);
  return seenAfter(found, scene).run;
}

/** `kind node` of each reason, for each message between these nodes that was lost or refused. */
function reasonsOfLost(run: Run, from: string, to: string): string[][] {
  return run.steps.flatMap((step, index) =>
    step.kind === 'message' && step.from === from && step.to === to && step.fate.kind !== 'delivered'
      ? [
          whyOf(run, index).map((reason) =>
            [reason.kind, reason.node, 'why' in reason ? reason.why : ''].join(' ').trim(),
          ),
        ]
      : [],
  );
}

describe('over UDP', () => {
  it('nobody waits after a datagram that isn’t answered', () => {
    expect(reasonsOfLost(runOfScene('udp', 'lost'), 'client', 'server-1')).toEqual([
      ['message-was-lost server-1 dropped', 'nobody-waits client'],
    ]);
  });

  it('a client that numbers its requests waits for the reply if the request or the reply is lost', () => {
    expect(reasonsOfLost(runOfScene('udp', 'asked-again'), 'client', 'server-1')).toEqual([
      ['message-was-lost server-1 dropped', 'sender-waits client'],
    ]);
    expect(reasonsOfLost(runOfScene('udp', 'done-twice'), 'server-1', 'client')).toEqual([
      ['message-was-lost client dropped', 'asker-waits client'],
    ]);
  });

  it('nobody waits for another reply to a request that was answered', () => {
    const chatty = transportScenario({
      transport: 'udp',
      network: {
        latency: { minUs: 20_000, maxUs: 60_000 },
        lossPerMillion: 0,
        duplicationPerMillion: 1_000_000,
      },
      script: [{ kind: 'request', text: 'one coffee' }],
    });
    const lost = reasonsOfLost(
      runOf(chatty, [drop('server-1', 'client', whenAnswered('client/1'))]),
      'server-1',
      'client',
    );
    expect(lost).toEqual([['message-was-lost client dropped', 'nobody-waits client']]);
  });
});

describe('over TCP (RFC 9293 §3.8.1)', () => {
  it('the sender of data retransmits it', () => {
    expect(reasonsOfLost(runOfScene('tcp', 'data-lost'), 'client', 'server-1')).toEqual([
      ['message-was-lost server-1 dropped', 'sender-retransmits client'],
    ]);
  });

  it('an acknowledgment alone isn’t acknowledged', () => {
    expect(reasonsOfLost(runOfScene('tcp', 'acknowledgment-lost'), 'server-1', 'client')).toEqual([
      ['message-was-lost client dropped', 'is-not-acknowledged server-1'],
    ]);
  });

  it('a machine that is down gets nothing, and no request waits for its segments', () => {
    const reasons = reasonsOfLost(runOfScene('tcp', 'dark'), 'client', 'server-1');
    expect(reasons).not.toEqual([]);
    for (const each of reasons) {
      expect(each).toEqual(['message-was-lost server-1 receiver-down', 'had-crashed server-1']);
    }
  });
});

describe('in a cluster', () => {
  const paying = scenario({ servers: 2, balancing: 'first' });

  it('the sender of a request waits', () => {
    const run = runOf(paying, [drop('client', 'load-balancer', whenSent('client/1'))]);
    expect(reasonsOfLost(run, 'client', 'load-balancer')[0]).toEqual([
      'message-was-lost load-balancer dropped',
      'sender-waits client',
    ]);
  });

  it('the node that asked waits for a lost reply', () => {
    const run = runOf(paying, [drop('load-balancer', 'client', whenSent('client/1'))]);
    // The reply is shown as one arrow from its author.
    expect(reasonsOfLost(run, 'server-1', 'client')[0]).toEqual([
      'message-was-lost client dropped',
      'asker-waits client',
    ]);
  });

  it('nobody waits for an asynchronous copy', () => {
    expect(reasonsOfLost(runOfScene('replication', 'note-lost'), 'server-1', 'server-2')).toEqual([
      ['message-was-lost server-2 dropped', 'nobody-waits server-1'],
    ]);
  });

  it('a health check has no part in what others than the load balancer send to a crashed server', () => {
    const copies = reasonsOfLost(runOfScene('replication', 'crash-after-copy'), 'server-2', 'server-1');
    expect(copies).toEqual([
      ['did-not-answer server-1', 'had-crashed server-1', 'nothing-was-sent server-1'],
    ]);
  });

  it('a crash is told as such where the load balancer forwards, with what its checks had found', () => {
    const run = runOf(paying, [crash('server-1', whenSent('client/2'))]);
    expect(reasonsOfLost(run, 'load-balancer', 'server-1')[0]).toContain('no-check-had-failed server-1');
  });
});

describe('a session that its owner wanted ended', () => {
  it('was ended by the logout', () => {
    expect(reasonsAtEnd(runOfScene('session-cookie', 'replayed'))).toContain('logout-had-ended-login client');
  });

  it('was deleted when a login gave it a new ID', () => {
    expect(reasonsAtEnd(runOfScene('session-cookie', 'renewed'))).toContain('was-renewed server-1');
  });
});

function reasonsAtEnd(run: Run): string[] {
  return whyOf(run, run.steps.length - 1).map(({ kind, node }) => `${kind} ${node}`);
}
