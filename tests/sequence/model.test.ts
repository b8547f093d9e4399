import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRun } from '../../src/sequence/describe-run.ts';
import type { Head, Row, SequenceDiagram } from '../../src/sequence/model.ts';
import type { Command } from '../../src/simulation/cluster.ts';
import { LOAD_BALANCER } from '../../src/simulation/cluster.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { anyCommands } from '../support/arbitraries.ts';
import { codes } from '../support/code-phrasebook.ts';
import { runOf } from '../support/run-of.ts';
import { anySpokenScenario } from '../support/runs.ts';
import { crash, restart, scenario, whenAnswered, whenArrived, whenSent } from '../support/scenario.ts';

const clerkCrashes = [crash('server-1', whenAnswered('client/1'))];
const clerkReturns = [...clerkCrashes, restart('server-1', whenAnswered('client/2'))];

function diagramOf(
  commands: readonly Command[] = [],
  changes: Partial<ClusterScenario> = {},
): SequenceDiagram {
  return describeRun(runOf(scenario(changes), commands), codes);
}

/**
 * `client -> load-balancer: request`, two dashes for a dashed line, a cross for a message that never arrives; then
 * the notes.
 */
function drawn(row: Row): string {
  if (row.kind === 'band') return `== ${row.participant} ${row.icon}: ${row.tone}`;
  if (row.kind !== 'message') throw new Error(`A run has no row of the kind ${row.kind}.`);
  const shaft = row.line === 'dashed' ? '--' : '-';
  const notes = row.notes.map(({ participant, text, tone }) => ` (${participant}: ${text}, ${tone})`);
  return `${row.from} ${shaft}${row.arrives ? '>' : 'x'} ${row.to}: ${row.tone}${notes.join('')}`;
}

function rowsOf({ steps }: SequenceDiagram): string[] {
  return steps.map(({ row }) => drawn(row));
}

function workIn({ activations }: SequenceDiagram): string[] {
  return activations.map(({ participant, from, to }) => `${participant} ${from} to ${to}`);
}

function head(diagram: SequenceDiagram, step: number, node: string): Head {
  const found = diagram.headsAt(step).find(({ participant }) => participant.id === node);
  if (found === undefined) throw new Error(`There is no head of ${node}.`);
  return found;
}

/** `session lost` for a chip that broke, and so on. */
function chips(diagram: SequenceDiagram, step: number, node: string): string[] {
  return head(diagram, step, node).chips.map(({ text, kind }) => `${text} ${kind}`);
}

describe('the diagram of a purchase', () => {
  const diagram = diagramOf();

  it('has a lifeline for the client, the load balancer and each server', () => {
    expect(diagram.participants.map(({ id }) => id)).toEqual([
      'client',
      'load-balancer',
      'server-1',
      'server-2',
      'server-3',
    ]);
    expect(diagram.participants.map(({ name }) => name)).toContain('server 2');
  });

  it('has notes for what the server remembers and for the saved order', () => {
    expect(rowsOf(diagram)).toEqual([
      'client -> load-balancer: request',
      'load-balancer -> server-1: request (server-1: remembered, memory)',
      'server-1 --> client: reply',
      'client -> load-balancer: request',
      'load-balancer -> server-1: request (server-1: remembered, memory)',
      'server-1 --> client: reply',
      'client -> load-balancer: request',
      'load-balancer -> server-1: request (server-1: remembered, memory) (server-1: order saved, plain)',
      'server-1 --> client: reply',
    ]);
  });

  it('has no notes of server memory when the client carries the state', () => {
    expect(rowsOf(diagramOf([], { strategy: 'client-state' }))).toEqual([
      'client -> load-balancer: request',
      'load-balancer -> server-1: request',
      'server-1 --> client: reply',
      'client -> load-balancer: request',
      'load-balancer -> server-1: request',
      'server-1 --> client: reply',
      'client -> load-balancer: request',
      'load-balancer -> server-1: request (server-1: order saved, plain)',
      'server-1 --> client: reply',
    ]);
  });

  it('counts the steps of a request as one', () => {
    expect(diagram.steps.map(({ request }) => request)).toEqual([
      ...['client/1', 'client/1', 'client/1'],
      ...['client/2', 'client/2', 'client/2'],
      ...['client/3', 'client/3', 'client/3'],
    ]);
  });

  it('has no marks and no outages', () => {
    expect(diagram.steps.every(({ mark }) => mark === null)).toBe(true);
    expect(diagram.outages).toEqual([]);
  });

  it('shows an activation of the server from each request to its reply', () => {
    expect(workIn(diagram)).toEqual(['server-1 1 to 2', 'server-1 4 to 5', 'server-1 7 to 8']);
  });
});

describe('the diagram of a purchase with a crash', () => {
  const diagram = diagramOf(clerkReturns);

  it('has a band for the crash and one for the restart, and the questions in the failure tone', () => {
    expect(rowsOf(diagram)).toEqual([
      'client -> load-balancer: request',
      'load-balancer -> server-1: request (server-1: remembered, memory)',
      'server-1 --> client: reply',
      '== server-1 crash: failure',
      'client -> load-balancer: request',
      'load-balancer -> server-2: request (server-2: unknown session, failure)',
      'server-2 --> client: failure',
      '== server-1 restart: reply',
      'client -> load-balancer: request',
      'load-balancer -> server-1: request (server-1: unknown session, failure)',
      'server-1 --> client: failure',
    ]);
  });

  it('marks the crash, the restart, and each question', () => {
    expect(diagram.steps.map(({ mark }) => mark)).toEqual([
      ...[null, null, null],
      'crash',
      ...[null, null, 'failure'],
      'restart',
      ...[null, null, 'failure'],
    ]);
  });

  it('shows an outage from the crash to the restart, or to the end', () => {
    expect(diagram.outages).toEqual([{ kind: 'down', participant: 'server-1', from: 3, to: 7 }]);
    expect(diagramOf(clerkCrashes).outages).toEqual([
      { kind: 'down', participant: 'server-1', from: 3, to: null },
    ]);
  });

  it('shows how many sessions the crash cleared', () => {
    expect(diagram.steps[3]?.row).toMatchObject({ detail: 'done, 1 lost' });
    expect(diagramOf(clerkCrashes, { strategy: 'client-state' }).steps[3]?.row).toMatchObject({
      detail: 'done, 0 lost',
    });
  });
});

describe('the diagram of a crash during a request', () => {
  it('ends the server’s activation there', () => {
    const diagram = diagramOf([crash('server-1', whenArrived('client/2', 1))]);
    expect(workIn(diagram)).toContain('server-1 4 to 5');
  });

  it('draws an undelivered message as never arriving, in the failure tone', () => {
    const rows = rowsOf(diagramOf([crash('server-1', whenSent('client/2'))]));
    expect(rows).toContain('load-balancer -x server-1: failure');
  });

  it('draws the load balancer’s response as a failure', () => {
    const rows = rowsOf(diagramOf([crash('server-1', whenArrived('client/2', 1))]));
    expect(rows).toContain('load-balancer --> client: failure');
  });
});

describe('the activation of a server', () => {
  const tonesOf = ({ activations }: SequenceDiagram) => activations.map(({ tone }) => tone);

  it('has the memory tone for a hit, and the failure tone for a missing session', () => {
    expect(tonesOf(diagramOf(clerkCrashes))).toEqual(['memory', 'failure', 'failure']);
  });

  it('has the plain tone when it needs no memory', () => {
    expect(tonesOf(diagramOf(clerkCrashes, { strategy: 'client-state' }))).toEqual([
      'plain',
      'plain',
      'plain',
    ]);
  });
});

describe('a command without effect', () => {
  it('is a plain band, and no outage', () => {
    const diagram = diagramOf([restart('server-2', whenAnswered('client/1'))]);
    expect(rowsOf(diagram)[3]).toBe('== server-2 restart: plain');
    expect(diagram.outages).toEqual([]);
  });

  it('does not start another outage', () => {
    const diagram = diagramOf([...clerkCrashes, crash('server-1', whenAnswered('client/2'))]);
    expect(rowsOf(diagram)[7]).toBe('== server-1 crash: plain');
    expect(diagram.outages).toEqual([{ kind: 'down', participant: 'server-1', from: 3, to: null }]);
  });
});

describe('the heads', () => {
  const diagram = diagramOf(clerkReturns);

  it('start empty, with the load balancer’s policy', () => {
    expect(diagram.headsAt(0).map(({ chips, remark }) => [chips.length, remark])).toEqual([
      [0, 'empty'],
      [0, 'policy'],
      [0, 'empty'],
      [0, 'empty'],
      [0, 'empty'],
    ]);
  });

  it('show the memory of server and client', () => {
    expect(chips(diagram, 1, 'server-1')).toEqual(['session memory']);
    expect(chips(diagram, 1, 'client')).toEqual([]);
    expect(chips(diagram, 2, 'client')).toEqual(['cookie memory']);
    expect(head(diagram, 2, 'server-1').remark).toBeNull();
  });

  it('keep a crashed server’s chips as lost until it restarts empty', () => {
    expect([3, 6].map((step) => chips(diagram, step, 'server-1'))).toEqual([
      ['session lost'],
      ['session lost'],
    ]);
    expect(head(diagram, 3, 'server-1')).toMatchObject({ isUp: false, remark: 'memory-lost', bytes: 0 });
    expect(head(diagram, 7, 'server-1')).toMatchObject({ isUp: true, chips: [], remark: 'empty' });
  });

  it('keep the client’s cookie through a server crash', () => {
    expect(chips(diagram, 3, 'client')).toEqual(['cookie memory']);
  });

  it('warn of the dead server at the load balancer once the next request is sent', () => {
    expect([3, 4].map((step) => chips(diagram, step, LOAD_BALANCER))).toEqual([[], ['server-down warning']]);
  });

  it('show a server without the requested session as failing, until it has responded', () => {
    expect([4, 5, 6, 7].map((step) => head(diagram, step, 'server-2').activity)).toEqual([
      'idle',
      'failing',
      'failing',
      'idle',
    ]);
    expect(head(diagram, 5, 'server-2').remark).toBe('unknown-session');
  });

  it('show the step’s participants as active', () => {
    const active = (step: number) =>
      diagram
        .headsAt(step)
        .flatMap(({ participant, activity }) => (activity === 'active' ? [participant.id] : []));
    expect([0, 1, 2, 3].map(active)).toEqual([
      ['client', 'load-balancer'],
      ['load-balancer', 'server-1'],
      ['client', 'server-1'],
      ['server-1'],
    ]);
  });

  it('count the bytes of user state: a session ID of 32 and {"conversation":{"product":"laptop"}}', () => {
    expect(head(diagram, 1, 'server-1').bytes).toBe(69);
    expect(head(diagram, 1, 'server-2').bytes).toBe(0);
  });

  it('show that a server needs no memory when the client carries the state', () => {
    const stateless = diagramOf(clerkCrashes, { strategy: 'client-state' });
    expect(head(stateless, 2, 'server-1')).toMatchObject({ chips: [], remark: 'needs-no-memory' });
    expect(head(stateless, 3, 'server-1')).toMatchObject({ chips: [], remark: 'down' });
    expect(chips(stateless, 3, 'client')).toEqual(['conversation memory']);
  });

  it('have chips with unique keys, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const any = describeRun(runOf(random, commands), codes);
        any.steps.forEach((_, step) => {
          for (const { chips } of any.headsAt(step)) {
            expect(new Set(chips.map(({ id }) => id)).size).toBe(chips.length);
          }
        });
      }),
    );
  });
});

describe('the spans of a diagram', () => {
  it('begin before they end, and lie within the steps, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const { steps, activations, outages } = describeRun(runOf(random, commands), codes);
        for (const { from, to } of [...activations, ...outages]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(from).toBeLessThan(to ?? steps.length);
          expect(to ?? 0).toBeLessThan(steps.length);
        }
      }),
    );
  });

  it('for outages match the heads at every step, with any crash', () => {
    fc.assert(
      fc.property(anySpokenScenario, anyCommands, (random, commands) => {
        const any = describeRun(runOf(random, commands), codes);
        any.steps.forEach((_, step) => {
          const out = any.headsAt(step).filter(({ participant: { id } }) => {
            const spans = any.outages.filter(({ participant }) => participant === id);
            return spans.some(({ from, to }) => from <= step && (to === null || step < to));
          });
          expect(any.headsAt(step).filter(({ isUp }) => !isUp)).toEqual(out);
        });
      }),
    );
  });
});
