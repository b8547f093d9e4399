/** What an operator can do to nodes, links and messages. */
import { describe, expect, it } from 'vitest';
import { memoriesAfter } from '../../support/node-memories.ts';
import { crash, restart } from '../../support/scenario.ts';
import {
  at,
  type Behaviour,
  remember,
  reply,
  runTiny,
  send,
  type TinyCommand,
  type TinyEffect,
  type TinyEvent,
  type TinyRun,
  timer,
} from '../../support/tiny-cluster.ts';

/** Sends to b at 100, 200 and 300 µs. */
const asksThrice: Behaviour = {
  started: [timer('100', 100), timer('200', 200), timer('300', 300)],
  timer: (name) => [send('b', `ping ${name}`)],
};
const answersAtOnce: Behaviour = { asked: (request) => [reply(request, `${request.body} back`)] };
const stays: Behaviour = { started: [timer('end', 1_000)] };
const leave: TinyEffect = { kind: 'leave' };

function results({ events }: TinyRun): string[] {
  return events.flatMap((event) => (event.kind === 'command-taken' ? [event.result] : []));
}

function lost({ events }: TinyRun): string[] {
  return events.flatMap((event) =>
    event.kind === 'message-lost' ? [`${event.message.body}: ${event.why}`] : [],
  );
}

function told({ told: lines }: TinyRun, node: string): string[] {
  return lines.filter((line) => line.split(' ')[1] === node);
}

function kinds(events: readonly TinyEvent[], ...wanted: TinyEvent['kind'][]): string[] {
  return events.flatMap(({ kind }) => (wanted.includes(kind) ? [kind] : []));
}

describe('a link that is cut', () => {
  const cut: TinyCommand = { kind: 'cut', between: ['a', 'b'], moment: at(150) };
  const heal: TinyCommand = { kind: 'heal', between: ['b', 'a'], moment: at(250) };

  it("loses all messages in both directions, without telling any node, until it's healed", () => {
    const run = runTiny({ a: asksThrice, b: answersAtOnce }, { commands: [cut, heal] });
    expect(lost(run)).toEqual(['ping 200: link-cut']);
    expect(told(run, 'a')).not.toContainEqual(expect.stringContaining('200 back'));
    expect(told(run, 'a')).toContain('320 a ping 300 back');
  });

  it("loses the messages in flight when it's cut", () => {
    const run = runTiny(
      { a: asksThrice, b: answersAtOnce },
      { commands: [{ ...cut, moment: at(105) }, heal] },
    );
    expect(lost(run)).toEqual(['ping 100: link-cut', 'ping 200: link-cut']);
  });

  it('carries no refusals and no resets either', () => {
    const run = runTiny(
      { a: asksThrice, b: {} },
      { commands: [crash('b', at(115)), { ...cut, moment: at(118) }] },
    );
    expect(told(run, 'a')).not.toContainEqual(expect.stringContaining('reset'));
  });

  it("loses what was sent during the cut, even if it's healed in time", () => {
    const run = runTiny(
      { a: asksThrice, b: {} },
      { commands: [{ ...cut, moment: at(112) }, crash('b', at(115)), { ...heal, moment: at(118) }] },
    );
    expect(told(run, 'a')).not.toContainEqual(expect.stringContaining('reset'));
  });

  it('leaves all other links alone', () => {
    const c: Behaviour = { started: [timer('150', 160)], timer: () => [send('b', 'from c')] };
    const run = runTiny({ a: asksThrice, b: answersAtOnce, c }, { commands: [cut] });
    expect(told(run, 'c').at(-1)).toBe('180 c from c back');
  });

  it("can't be cut twice, or healed when it isn't cut", () => {
    const commands = [cut, cut, heal, heal, { ...cut, between: ['a', 'nobody'] as const, moment: at(260) }];
    const run = runTiny({ a: asksThrice, b: answersAtOnce }, { commands });
    expect(results(run)).toEqual(['done', 'already-cut', 'done', 'not-cut', 'no-such-node']);
  });
});

describe('a partition', () => {
  const nodes = { a: asksThrice, b: answersAtOnce, c: stays, d: stays };
  const partition: TinyCommand = { kind: 'partition', nodes: ['a', 'c'], moment: at(150) };

  it('cuts every link between its sides and none within them', () => {
    const { events } = runTiny(nodes, { commands: [partition] });
    const cut = events.flatMap((event) =>
      event.kind === 'link-cut' && !event.between.includes('clock') ? [event.between.join('-')] : [],
    );
    expect(cut).toEqual(['a-b', 'a-d', 'c-b', 'c-d']);
  });

  it('is over when all links are healed', () => {
    const run = runTiny(nodes, { commands: [partition, { kind: 'heal-all', moment: at(250) }] });
    expect(lost(run)).toEqual(['ping 200: link-cut']);
    expect(told(run, 'a')).toContain('320 a ping 300 back');
    expect(kinds(run.events, 'link-cut').length).toBe(kinds(run.events, 'link-healed').length);
  });

  it("reports that there's nothing to heal", () => {
    expect(results(runTiny(nodes, { commands: [{ kind: 'heal-all', moment: at(250) }] }))).toEqual([
      'not-cut',
    ]);
  });
});

describe('a message that is dropped', () => {
  const drop = (from: string | null, to: string | null, timeUs = 50): TinyCommand => {
    return { kind: 'drop', from, to, moment: at(timeUs) };
  };

  it('is the next one to arrive between the named nodes, and only that', () => {
    expect(lost(runTiny({ a: asksThrice, b: answersAtOnce }, { commands: [drop('a', 'b')] }))).toEqual([
      'ping 100: dropped',
    ]);
    expect(lost(runTiny({ a: asksThrice, b: answersAtOnce }, { commands: [drop('b', null)] }))).toEqual([
      'ping 100 back: dropped',
    ]);
  });

  it('may already be in flight', () => {
    const run = runTiny({ a: asksThrice, b: answersAtOnce }, { commands: [drop(null, null, 205)] });
    expect(lost(run)).toEqual(['ping 200: dropped']);
  });

  it('is never a health check', () => {
    const checks: Behaviour = {
      started: [timer('end', 500), { kind: 'set-timer', timer: 'check', delayUs: 60, background: true }],
      timer: (name) => (name === 'check' ? [send('b', 'check')] : []),
    };
    const run = runTiny({ a: checks, b: answersAtOnce }, { commands: [drop('a', 'b')] });
    expect(lost(run)).toEqual([]);
  });

  it('must be between nodes that exist', () => {
    expect(results(runTiny({ a: stays }, { commands: [drop('a', 'nobody')] }))).toEqual(['no-such-node']);
  });
});

describe('a node that stands by', () => {
  const nodes = { a: { ...stays, joined: [remember('b has joined')] }, b: answersAtOnce };
  const add: TinyCommand = { kind: 'add', node: 'b', moment: at(50) };

  it("doesn't exist until it's added: messages to it are refused", () => {
    const run = runTiny(
      { a: asksThrice, b: answersAtOnce },
      { standsBy: ['b'], commands: [{ ...add, moment: at(150) }] },
    );
    expect(told(run, 'a').slice(1, 4)).toEqual([
      '100 a timer 100',
      '120 a refused ping 100',
      '150 a joined b',
    ]);
    expect(told(run, 'a')).toContain('220 a ping 200 back');
  });

  it("starts when it's added, and the other nodes are told", () => {
    const run = runTiny(nodes, { standsBy: ['b'], commands: [add] });
    expect(told(run, 'b')).toEqual(['50 b started']);
    expect(told(run, 'a')).toContain('50 a joined b');
    expect(kinds(run.events, 'node-joined')).toHaveLength(1);
  });

  it("can't be crashed, restarted, drained or added twice", () => {
    const commands: TinyCommand[] = [
      crash('b', at(10)),
      restart('b', at(20)),
      { kind: 'drain', node: 'b', moment: at(30) },
      add,
      add,
      { ...add, node: 'nobody' },
    ];
    const run = runTiny(nodes, { standsBy: ['b'], commands });
    expect(results(run)).toEqual([
      'no-such-node',
      'no-such-node',
      'no-such-node',
      'done',
      'already-member',
      'no-such-node',
    ]);
  });
});

describe('a node that is drained', () => {
  const drain: TinyCommand = { kind: 'drain', node: 'b', moment: at(50) };
  const others: Behaviour = stays;

  it('is told, as the others are, and leaves when its work is done, with everything in its memory', () => {
    const b: Behaviour = {
      started: [remember('secret')],
      draining: [timer('done', 100)],
      timer: () => [leave],
    };
    const run = runTiny({ a: others, b }, { commands: [drain] });
    expect(told(run, 'a').slice(1)).toEqual(['50 a draining b', '150 a left b', '1000 a timer end']);
    expect(told(run, 'b').at(-1)).toBe('150 b timer done');
    expect(memoriesAfter(run.events).on('b')).toEqual([]);
    expect(kinds(run.events, 'node-draining', 'node-left')).toEqual(['node-draining', 'node-left']);
  });

  it("leaves at once when it's down: it has no work to finish", () => {
    const run = runTiny({ a: others, b: {} }, { commands: [crash('b', at(20)), drain] });
    expect(told(run, 'a')).toContain('50 a left b');
  });

  it('resets the requests that wait for it, like a crash', () => {
    const b: Behaviour = { draining: [leave] };
    const run = runTiny({ a: asksThrice, b }, { commands: [{ ...drain, moment: at(150) }] });
    expect(told(run, 'a')).toContain('160 a reset ping 100');
  });

  it("leaves when it crashes: it can't finish its work any more", () => {
    const b: Behaviour = { started: [{ kind: 'remember', key: 'on disk', item: 'on disk', durable: true }] };
    const run = runTiny({ a: others, b }, { commands: [drain, crash('b', at(80)), restart('b', at(90))] });
    expect(results(run)).toEqual(['done', 'done', 'no-such-node']);
    expect(told(run, 'a')).toContain('80 a left b');
    expect(memoriesAfter(run.events).on('b')).toEqual([]);
  });

  it('must be a replaceable node', () => {
    const add: TinyCommand = { kind: 'add', node: 'b', moment: at(60) };
    const run = runTiny({ a: others, b: others }, { replaceable: ['a'], commands: [drain, add] });
    expect(results(run)).toEqual(['no-such-node', 'no-such-node']);
    expect(told(run, 'b')).toEqual(['0 b started', '1000 b timer end']);
  });

  it("starts again, empty, when it's added again", () => {
    const b: Behaviour = { started: [remember('once more')], draining: [leave] };
    const add: TinyCommand = { kind: 'add', node: 'b', moment: at(80) };
    const run = runTiny({ a: others, b }, { commands: [drain, add] });
    expect(results(run)).toEqual(['done', 'done']);
    expect(told(run, 'b').at(-1)).toBe('80 b started');
    expect(memoriesAfter(run.events).on('b')).toEqual(['once more']);
  });
});

describe('a node’s disk', () => {
  const durable: TinyEffect = { kind: 'remember', key: 'on disk', item: 'on disk', durable: true };

  it('survives a crash, unlike the rest of its memory', () => {
    const b: Behaviour = { started: [remember('in memory'), durable] };
    const { events } = runTiny({ a: stays, b }, { commands: [crash('b', at(50))] });
    expect(memoriesAfter(events).on('b')).toEqual(['on disk']);
  });

  it('is gone when the node leaves', () => {
    const b: Behaviour = { started: [durable], draining: [leave] };
    const { events } = runTiny({ a: stays, b }, { commands: [{ kind: 'drain', node: 'b', moment: at(50) }] });
    expect(memoriesAfter(events).on('b')).toEqual([]);
  });
});

describe('an instruction', () => {
  const appliesCommand: Behaviour = { started: [timer('end', 200)], 'node-command': [remember('obeyed')] };
  const instruct = (...nodes: string[]): TinyCommand => {
    return { kind: 'instruct', nodes, instruction: 'jump', moment: at(50) };
  };

  it('reaches the named nodes that are up', () => {
    const run = runTiny(
      { a: appliesCommand, b: appliesCommand, c: appliesCommand },
      { commands: [crash('b', at(20)), instruct('a', 'b')] },
    );
    const obedient = ['a', 'b', 'c'].filter((node) =>
      told(run, node).includes(`50 ${node} instruction jump`),
    );
    expect(obedient).toEqual(['a']);
  });

  it('must name nodes that exist', () => {
    expect(results(runTiny({ a: appliesCommand }, { commands: [instruct('a', 'nobody')] }))).toEqual([
      'no-such-node',
    ]);
  });
});

describe('an address that several nodes share', () => {
  it('belongs to the first of them that is up', () => {
    const asks: Behaviour = {
      started: [timer('1', 100), timer('2', 200), timer('3', 300)],
      timer: (name) => [send('service', `ping ${name}`)],
    };
    const run = runTiny(
      { a: asks, b: answersAtOnce, c: answersAtOnce },
      {
        addresses: new Map([['service', ['b', 'c']]]),
        commands: [crash('b', at(150)), restart('b', at(250))],
      },
    );
    const receivers = run.events.flatMap((event) =>
      event.kind === 'message-delivered' && event.message.from === 'a' ? [event.message.to] : [],
    );
    expect(receivers).toEqual(['b', 'c', 'b']);
  });
});

describe('datagrams', () => {
  const cast = (body: string): TinyEffect => ({ kind: 'send', to: 'b', exchange: 0, body, role: 'datagram' });

  it('to a node that is down are lost without notice', () => {
    const a: Behaviour = { started: [timer('send', 100)], timer: () => [cast('hello')] };
    const run = runTiny({ a, b: {} }, { commands: [crash('b', at(50))] });
    expect(lost(run)).toEqual(['hello: receiver-down']);
    expect(told(run, 'a')).toEqual(['0 a started', '100 a timer send']);
  });

  it('may arrive twice where the network duplicates; nothing else does', () => {
    const a: Behaviour = { started: [cast('hello'), send('b', 'ping')] };
    const run = runTiny({ a, b: {} }, { quality: { duplicationPerMillion: 999_999 } });
    const arrived = told(run, 'b').filter((line) => line.endsWith('hello'));
    expect(arrived.length).toBe(1 + kinds(run.events, 'message-duplicated').length);
    expect(arrived.length).toBe(2);
    expect(told(run, 'b').filter((line) => line.endsWith('ping'))).toHaveLength(1);
  });
});
