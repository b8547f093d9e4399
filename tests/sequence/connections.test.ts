/** TCP and UDP on the stage: texts on arrows, lifelines and memories, and captions. */
import { describe, expect, it } from 'vitest';
import { phrasebook as english } from '../../src/locales/en/phrasebook.ts';
import { describeRun } from '../../src/sequence/describe-run.ts';
import { explain } from '../../src/sequence/explain.ts';
import type { Row } from '../../src/sequence/model.ts';
import type { TransportLine } from '../../src/simulation/applications/transport-line.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { clients, type Scenario } from '../../src/simulation/scenario.ts';
import { transportScenario } from '../../src/simulation/transport-scenario.ts';
import { captionOf } from '../support/diagram-texts.ts';
import { runOf } from '../support/run-of.ts';
import { crash, drop, restart, scenario, whenAnswered, whenArrived, whenSent } from '../support/scenario.ts';

const talk: readonly TransportLine[] = [{ kind: 'open' }, { kind: 'send', text: 'hello' }, { kind: 'close' }];
const postcards: readonly TransportLine[] = ['one', 'two', 'three'].map((text) => ({ kind: 'send', text }));

function rowTitle(row: Row): string {
  return row.kind === 'band' ? row.title : '';
}

function told(scenario: Scenario, commands: readonly Command[] = []) {
  const run = runOf(scenario, commands);
  const diagram = describeRun(run, english);
  const chipsAt = (index: number, node: string) =>
    diagram
      .headsAt(index)
      .find(({ participant }) => participant.id === node)
      ?.chips.map(({ text }) => text);
  return { run, diagram, chipsAt, captions: diagram.steps.map(captionOf) };
}

describe('a segment', () => {
  const { diagram, chipsAt, captions } = told(transportScenario({ script: talk }));
  const statesOn = (node: string) =>
    diagram.steps.flatMap(({ row }) =>
      row.kind === 'message'
        ? row.notes.flatMap(({ participant, text }) => (participant === node ? [text] : []))
        : [],
    );

  it('shows the resulting states on the lifelines (RFC 9293, figures 6 and 12)', () => {
    expect(statesOn('client')).toEqual(['SYN-SENT', 'ESTABLISHED', 'FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT']);
    expect(statesOn('server-1')).toEqual(['SYN-RECEIVED', 'ESTABLISHED', 'CLOSE-WAIT', 'LAST-ACK', 'CLOSED']);
  });

  it('stays in its sender’s memory until it is acknowledged', () => {
    expect(chipsAt(3, 'client')).toEqual([
      'ESTABLISHED',
      'Port 49152 ↔ 80',
      'Sends 107, expects 301',
      'Not acknowledged: “hello”',
    ]);
    expect(chipsAt(4, 'client')).toEqual(['ESTABLISHED', 'Port 49152 ↔ 80', 'Sends 107, expects 301']);
  });

  it('that continues a long answer isn’t quoted as its beginning (RFC 9112 §2.1)', () => {
    const long = told(
      scenario({
        connections: 'tcp',
        strategy: 'signed-token',
        servers: 1,
        clients: [clients([{ kind: 'log-in', user: 'mina' }])],
      }),
    );
    const ofAnswer = long.captions.filter((caption) => caption.includes('answer returns'));
    // The network can deliver the second part first.
    expect(ofAnswer.toSorted()).toEqual([
      'The answer returns over the connection: “200 OK”',
      'The rest of the answer returns over the connection.',
    ]);
  });

  it('leaves only TIME-WAIT in the client’s memory, and later nothing', () => {
    expect(chipsAt(8, 'client')?.[0]).toBe('TIME-WAIT');
    expect(chipsAt(9, 'client')).toEqual([]);
    expect(captions[9]).toMatch(/^Client forgets the connection\./);
  });

  it('of a close says who forgets the connection, and when (RFC 9293, figure 12)', () => {
    expect(captions.slice(5)).toEqual([
      'Client has nothing more to send, but still receives.',
      'Server 1 acknowledges everything so far.',
      'Server 1 has nothing more to send either. Client remembers the connection a while longer.',
      'Client acknowledges everything so far. Server 1 forgets the connection.',
      'Client forgets the connection. After two segment lifetimes, no segment of it can be in flight.',
    ]);
  });

  it('duplicated by the network is not a retransmission', () => {
    const network = {
      latency: { minUs: 20_000, maxUs: 20_000 },
      lossPerMillion: 0,
      duplicationPerMillion: 999_999,
    };
    const doubled = told(transportScenario({ script: talk, network }));
    const labels = doubled.diagram.steps.map(({ row }) =>
      row.kind === 'message' ? row.label : rowTitle(row),
    );
    expect(labels.filter((label) => label.startsWith('Again'))).toEqual([]);
    expect(labels).toContain('Duplicate: SYN · seq 100');
  });

  it('to a host that is down is kept and retransmitted', () => {
    const script: readonly TransportLine[] = [...talk.slice(0, 2), { kind: 'send', text: 'again' }];
    const dark = told(transportScenario({ script }), [crash('server-1', whenAnswered('client/2'))]);
    expect(dark.captions.slice(6, 8)).toEqual([
      'Server 1 is down, and doesn’t answer. Client keeps it, and waits for its timer.',
      'Client retransmits it. Again, no answer.',
    ]);
  });
});

describe('a reset', () => {
  it('is explained by the crash that cleared the connection', () => {
    const script: readonly TransportLine[] = [...talk.slice(0, 2), { kind: 'send', text: 'again' }];
    const commands = [
      crash('server-1', whenAnswered('client/2')),
      restart('server-1', whenAnswered('client/2', 1_000)),
    ];
    const { run, captions } = told(transportScenario({ script }), commands);
    const index = captions.findIndex((caption) => caption.includes('has no such connection'));
    expect(explain(run, index, english)).toBe(
      'Server 1 got a segment for a connection that it doesn’t have. Server 1 crashed and lost its memory.',
    );
  });
});

describe('a process that dies', () => {
  const script: readonly TransportLine[] = [...talk.slice(0, 2), { kind: 'send', text: 'again' }];
  const commands = [
    { kind: 'crash', node: 'server-1', how: 'process', moment: whenAnswered('client/2') },
  ] as const;
  const { run, diagram, captions } = told(transportScenario({ script }), commands);
  const at = captions.findIndex((caption) => caption.includes('has died'));

  it('leaves its connection to the operating system, which closes it', () => {
    expect(captions.slice(at, at + 4)).toEqual([
      'Server 1’s process has died. Its operating system closes the connection.',
      'Its process is dead, so the operating system takes the ACK.',
      'Its process is dead, so the operating system answers.',
      'Server 1’s operating system acknowledges everything so far. Client forgets the connection.',
    ]);
    // The state of a connection that only the operating system has isn't shown.
    expect(
      diagram.steps.slice(at, at + 4).map(({ sentence }) => /\. ([^.]*)\.$/.exec(sentence)?.[1]),
    ).toEqual(['Client CLOSE-WAIT', 'Client LAST-ACK', 'Client LAST-ACK', 'Client CLOSED']);
    expect(explain(run, at, english)).toBe(
      'Server 1 had crashed. The machine of Server 1 runs on, so its operating system answers instead.',
    );
  });

  it('is the reason without a load balancer, too', () => {
    const http = told(
      scenario({
        connections: 'tcp',
        servers: 1,
        strategy: 'signed-token',
      }),
      [{ kind: 'crash', node: 'server-1', how: 'process', moment: whenAnswered('client/1') }],
    );
    const reasons = http.run.steps.map((_, index) => explain(http.run, index, english) ?? '');
    expect(reasons.filter((reason) => reason.includes('health check'))).toEqual([]);
    expect(reasons.filter((reason) => reason.includes('nothing was sent'))).toEqual([]);
    expect(reasons.some((reason) => reason.includes('operating system answers instead'))).toBe(true);
  });
});

describe('the states of a connection', () => {
  it('include that a restarted server has none', () => {
    const script: readonly TransportLine[] = [...talk.slice(0, 2), { kind: 'send', text: 'again' }];
    const commands = [
      crash('server-1', whenAnswered('client/2')),
      restart('server-1', whenAnswered('client/2', 1_000)),
    ];
    const { diagram, captions } = told(transportScenario({ script }), commands);
    const index = captions.findIndex((caption) => caption.includes('has no such connection'));
    expect(captions[index]).toBe('Server 1 has no such connection. Client closes it.');
    expect(diagram.steps[index]?.sentence).toMatch(/Server 1 CLOSED, Client CLOSED\.$/);
  });
});

describe('a datagram', () => {
  it('is marked as a copy, and as overtaken', () => {
    const { captions } = told(
      transportScenario({
        transport: 'udp',
        script: postcards,
        think: { kind: 'fixed', us: 10_000 },
        network: {
          latency: { minUs: 1_000, maxUs: 500_000 },
          lossPerMillion: 0,
          duplicationPerMillion: 500_000,
        },
        seed: 3,
      }),
    );
    expect(captions.some((caption) => caption.includes('duplicated it'))).toBe(true);
    expect(captions.some((caption) => caption.includes('overtaken'))).toBe(true);
  });

  it('that repeats a reply is marked with whether the work was repeated', () => {
    const asks = transportScenario({ transport: 'udp', script: [{ kind: 'request', text: 'charge' }] });
    const commands = [drop('server-1', 'client', whenSent('client/1'))];
    expect(told(asks, commands).captions.at(-1)).toContain('done the work twice');
    const remembering = { ...asks, udp: { ...asks.udp, semantics: 'at-most-once' } } as const;
    expect(told(remembering, commands).captions.at(-1)).toContain('repeats its reply, and nothing else');
  });

  describe('to a server that has lost its records of requests', () => {
    const asks = transportScenario({
      transport: 'udp',
      script: [{ kind: 'request', text: 'charge' }],
      udp: { timeoutUs: 500_000, attemptsMax: 4, semantics: 'at-most-once' },
    });
    const commands = [
      drop('server-1', 'client', whenSent('client/1')),
      crash('server-1', whenArrived('client/1', 200_000)),
      restart('server-1', whenArrived('client/1', 300_000)),
    ];

    it('makes it do the work again', () => {
      const { captions } = told(asks, commands);
      expect(captions).toContain('Server 1 crashes. Its records of requests are gone with its memory.');
      expect(captions.at(-1)).toBe(
        'Server 1 has lost its record of this number: it has done the work twice.',
      );
    });

    it('is answered from the new record when it comes once more', () => {
      // The first two replies are lost. The second one comes from new work, and the third from the record of that.
      const { captions } = told(asks, [
        ...commands,
        drop('server-1', 'client', whenArrived('client/1', 350_000)),
      ]);
      expect(captions.at(-1)).toContain('repeats its reply, and nothing else');
    });
  });

  it('duplicated by the network is done again by a server without records', () => {
    const network = {
      latency: { minUs: 20_000, maxUs: 20_000 },
      lossPerMillion: 0,
      duplicationPerMillion: 999_999,
    };
    const asks = transportScenario({
      transport: 'udp',
      script: [{ kind: 'request', text: 'charge' }],
      network,
    });
    expect(told(asks).captions).toContain(
      'The network duplicated it. Server 1 has no record of this number, so it does the work again.',
    );
    const remembering = { ...asks, udp: { ...asks.udp, semantics: 'at-most-once' } } as const;
    expect(told(remembering).captions).toContain('The network duplicated it. The number shows that.');
  });

  it('to a port without a process is sent, and answered by the operating system', () => {
    const asks = transportScenario({ transport: 'udp', script: [{ kind: 'request', text: 'charge' }] });
    const { run } = told(asks, [
      { kind: 'crash', node: 'server-1', how: 'process', moment: whenSent('client/1') },
    ]);
    const reasons = run.steps.map((_, index) => explain(run, index, english));
    expect(reasons).toEqual([
      null,
      'Server 1 had crashed. The machine of Server 1 runs on, so its operating system answers instead.',
      'Server 1 had crashed. The machine of Server 1 runs on, so its operating system answers instead.',
    ]);
  });
});

describe('the score of connections', () => {
  it('counts connection memory on both ends, and none under UDP', () => {
    const { run } = told(transportScenario({ script: talk }));
    const last = run.scores[5];
    expect(last?.serverConnectionBytes).toBeGreaterThan(0);
    expect(last?.clientConnectionBytes).toBeGreaterThan(0);
    expect(run.scores.at(-1)).toMatchObject({ serverConnectionBytes: 0, clientConnectionBytes: 0 });
    const udp = told(transportScenario({ transport: 'udp', script: postcards })).run;
    expect(udp.scores.every(({ serverConnectionBytes }) => serverConnectionBytes === 0)).toBe(true);
  });
});
