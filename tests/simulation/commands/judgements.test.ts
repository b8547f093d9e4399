/** What each command answers and does, against a cluster that only records the operations. */
import { describe, expect, it } from 'vitest';
import {
  type CommandPayload,
  commandBehaviour,
  commands,
  descriptorOfCommand,
} from '../../../src/simulation/commands/commands.ts';
import type { ClusterOperations, LinkEnds, NodeStatus } from '../../../src/simulation/kernel/command.ts';

const running: NodeStatus = { isUp: true, isFrozen: false, isMember: true };
const down = { ...running, isUp: false };
const frozen = { ...running, isFrozen: true };
const outside = { ...down, isMember: false };

interface Given {
  /** Of server-1. */
  readonly server?: NodeStatus;
  readonly cuts?: readonly LinkEnds[];
}

/** A client and the servers 1 and 2. Only servers can crash or leave. */
function clusterOf({ server = running, cuts = [] }: Given = {}) {
  const done: string[] = [];
  const act =
    (name: string) =>
    (...values: readonly unknown[]) =>
      done.push(`${name} ${values.flatMap((value) => JSON.stringify(value) ?? []).join(' ')}`);
  const statuses = new Map([
    ['server-1', server],
    ['server-2', running],
  ]);
  const nodes = ['client', 'server-1', 'server-2'];
  const operations: ClusterOperations<unknown> = {
    nodes,
    cuts,
    has: (node) => nodes.includes(node),
    machine: (node) => statuses.get(node),
    replaceable: (node) => statuses.get(node),
    isCut: (link) => cuts.some((each) => each.every((node) => link.includes(node))),
    crash: act('crash'),
    freeze: act('freeze'),
    thaw: act('thaw'),
    restart: act('restart'),
    add: act('add'),
    drain: act('drain'),
    cut: act('cut'),
    heal: act('heal'),
    drop: act('drop'),
    instruct: act('instruct'),
  };
  return { operations, done };
}

function judge(payload: CommandPayload, given: Given = {}): string {
  return commandBehaviour.judge(payload, clusterOf(given).operations);
}

function apply(payload: CommandPayload, given: Given = {}): string[] {
  const { operations, done } = clusterOf(given);
  commandBehaviour.apply(payload, operations);
  return done;
}

const link: LinkEnds = ['client', 'server-1'];

describe('a command to a machine', () => {
  it.each([
    ['crash', ['done', 'already-down', 'done', 'no-such-node', 'no-such-node']],
    ['freeze', ['done', 'already-down', 'already-frozen', 'no-such-node', 'no-such-node']],
    ['thaw', ['not-frozen', 'already-down', 'done', 'no-such-node', 'no-such-node']],
    ['restart', ['already-up', 'done', 'already-up', 'no-such-node', 'no-such-node']],
    ['drain', ['done', 'done', 'done', 'no-such-node', 'no-such-node']],
    ['add', ['already-member', 'already-member', 'already-member', 'done', 'no-such-node']],
  ] as const)('%s is judged by whether the machine runs, is frozen, and is a member', (kind, expected) => {
    const states = [running, down, frozen, outside];
    const results = states.map((server) => judge({ kind, node: 'server-1' }, { server }));
    expect([...results, judge({ kind, node: 'server-9' })]).toEqual(expected);
    expect(apply({ kind, node: 'server-1' })).toEqual([`${kind} "server-1"`]);
  });

  it('crashes it in the given way', () => {
    expect(apply({ kind: 'crash', node: 'server-1', how: 'machine' })).toEqual([
      'crash "server-1" "machine"',
    ]);
  });

  it('deploys to a running member: installs, stops, and starts it again unless it left', () => {
    const payload = { kind: 'deploy', node: 'server-1', version: 3 } as const;
    const results = [running, down, outside].map((server) => judge(payload, { server }));
    expect(results).toEqual(['done', 'already-down', 'no-such-node']);
    expect(judge({ ...payload, node: 'server-9' })).toBe('no-such-node');
    const stopped = ['instruct "server-1" {"kind":"install","version":3}', 'crash "server-1"'];
    expect(apply(payload)).toEqual([...stopped, 'restart "server-1"']);
    expect(apply(payload, { server: outside })).toEqual(stopped);
  });
});

describe('a command to links', () => {
  it('cuts a link that is whole, and heals one that is cut', () => {
    expect([judge({ kind: 'cut', between: link }), judge({ kind: 'heal', between: link })]).toEqual([
      'done',
      'not-cut',
    ]);
    const given = { cuts: [link] };
    expect([
      judge({ kind: 'cut', between: link }, given),
      judge({ kind: 'heal', between: link }, given),
    ]).toEqual(['already-cut', 'done']);
    expect(apply({ kind: 'cut', between: link })).toEqual(['cut ["client","server-1"]']);
    expect(apply({ kind: 'heal', between: link })).toEqual(['heal ["client","server-1"]']);
  });

  it.each(['cut', 'heal'] as const)('doesn’t %s a link with an end that is missing, or the same', (kind) => {
    for (const between of [
      ['client', 'server-9'],
      ['server-9', 'client'],
      ['client', 'client'],
    ] as const) {
      expect(judge({ kind, between })).toBe('no-such-node');
    }
  });

  it('heals all cut links at once', () => {
    const given: Given = { cuts: [link, ['server-1', 'server-2']] };
    expect([judge({ kind: 'heal-all' }), judge({ kind: 'heal-all' }, given)]).toEqual(['not-cut', 'done']);
    expect(apply({ kind: 'heal-all' }, given)).toEqual([
      'heal ["client","server-1"]',
      'heal ["server-1","server-2"]',
    ]);
  });

  it('cuts each link between the nodes of a partition and all others', () => {
    expect(judge({ kind: 'partition', nodes: ['server-1', 'client'] })).toBe('done');
    expect(judge({ kind: 'partition', nodes: ['server-1', 'server-9'] })).toBe('no-such-node');
    expect(apply({ kind: 'partition', nodes: ['client', 'server-1'] })).toEqual([
      'cut ["client","server-2"]',
      'cut ["server-1","server-2"]',
    ]);
  });

  it('drops the next message between two nodes, or any', () => {
    expect(judge({ kind: 'drop', from: null, to: null })).toBe('done');
    expect(judge({ kind: 'drop', from: 'client', to: null })).toBe('done');
    expect(judge({ kind: 'drop', from: 'server-9', to: null })).toBe('no-such-node');
    expect(judge({ kind: 'drop', from: null, to: 'server-9' })).toBe('no-such-node');
    expect(apply({ kind: 'drop', from: 'client', to: null })).toEqual([
      'drop {"kind":"drop","from":"client","to":null}',
    ]);
  });
});

describe('a command to several nodes', () => {
  const instruction = { kind: 'flush' } as const;

  it('reaches each of them, if all exist', () => {
    const nodes = ['server-1', 'server-2'];
    expect(judge({ kind: 'instruct', nodes, instruction })).toBe('done');
    expect(judge({ kind: 'instruct', nodes: ['server-1', 'server-9'], instruction })).toBe('no-such-node');
    expect(apply({ kind: 'instruct', nodes, instruction })).toEqual([
      'instruct "server-1" {"kind":"flush"}',
      'instruct "server-2" {"kind":"flush"}',
    ]);
  });
});

describe('the descriptor of a command', () => {
  const ofEach = (is: (command: (typeof commands)[number]) => boolean) =>
    commands.filter(is).map(({ kind }) => kind);

  it('says whether the command does harm or repairs', () => {
    expect(ofEach(({ effect }) => effect === 'harm')).toEqual([
      'crash',
      'freeze',
      'cut',
      'partition',
      'drop',
    ]);
    expect(ofEach(({ effect }) => effect === 'repair')).toEqual([
      'thaw',
      'restart',
      'add',
      'heal',
      'heal-all',
    ]);
    expect(ofEach(({ isDestructive }) => isDestructive)).toEqual(['crash', 'freeze']);
  });

  it('names the lifeline that the command is drawn on: its node, the end further from the clients, or none', () => {
    const lifelineOf = (payload: CommandPayload) => descriptorOfCommand(payload).lifelineOf(payload);
    for (const kind of ['crash', 'freeze', 'thaw', 'restart', 'add', 'drain'] as const) {
      expect(lifelineOf({ kind, node: 'server-2' })).toBe('server-2');
    }
    expect(lifelineOf({ kind: 'deploy', node: 'server-2', version: 1 })).toBe('server-2');
    for (const kind of ['cut', 'heal'] as const) expect(lifelineOf({ kind, between: link })).toBe('server-1');
    expect(lifelineOf({ kind: 'partition', nodes: ['server-2', 'server-1'] })).toBe('server-2');
    expect(lifelineOf({ kind: 'instruct', nodes: ['server-2'], instruction: { kind: 'flush' } })).toBe(
      'server-2',
    );
    expect(lifelineOf({ kind: 'drop', from: 'client', to: null })).toBe('client');
    expect(lifelineOf({ kind: 'drop', from: 'client', to: 'server-1' })).toBe('server-1');
    expect(lifelineOf({ kind: 'heal-all' })).toBeNull();
  });

  it('is unknown for a kind that no command has', () => {
    expect(() => descriptorOfCommand({ kind: 'explode' } as never)).toThrow('Unknown command explode');
  });
});
