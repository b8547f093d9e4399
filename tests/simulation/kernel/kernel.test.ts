import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelProblemsIn } from '../../support/invariants/kernel-invariants.ts';
import { memoriesAfter } from '../../support/node-memories.ts';
import { crash, restart } from '../../support/scenario.ts';
import {
  at,
  type Behaviour,
  backgroundTimer,
  remember,
  reply,
  runTiny,
  send,
  type TinyEvent,
  timer,
} from '../../support/tiny-cluster.ts';

const asksOnce: Behaviour = { started: [send('b', 'ping')] };
const asksAt100: Behaviour = { started: [timer('ask', 100)], timer: () => [send('b', 'ping')] };
const answersAtOnce: Behaviour = { asked: (request) => [reply(request, `${request.body} back`)] };
const neverAnswers: Behaviour = {};

/** Replies to each request after 100 µs. */
const answersLate: Behaviour = {
  asked: ({ id }) => [timer(`answer ${id}`, 100)],
  timer: (_, open) => open.slice(0, 1).map((request) => reply(request, `${request.body} back`)),
};

function kindsAbout(body: string, events: readonly TinyEvent[]): string[] {
  return events.flatMap((event) => ('message' in event && event.message.body === body ? [event.kind] : []));
}

it('two nodes of one name are a programmer’s mistake', () => {
  // The cluster's clock is a node, too.
  expect(() => runTiny({ a: asksOnce, clock: {} })).toThrow('Duplicate node ID: clock.');
});

describe('messages between nodes that are up', () => {
  it('arrive after the latency of their link, and replies return to the sender', () => {
    const { told } = runTiny({ a: asksOnce, b: answersAtOnce });
    expect(told).toEqual(['0 a started', '0 b started', '10 b ping', '20 a ping back']);
  });

  it("carry the sender's own exchange number and the request they serve", () => {
    const asks: Behaviour = {
      started: [{ kind: 'send', to: 'b', exchange: 7, body: 'ping', request: 'a/1' }],
    };
    const { events } = runTiny({ a: asks, b: answersAtOnce });
    const back = events.find((event) => event.kind === 'message-delivered' && event.message.to === 'a');
    expect(back).toMatchObject({
      message: { role: 'reply', exchange: 7, request: 'a/1', from: 'b' },
    });
  });
});

describe('a node that is down', () => {
  it('gets no messages: the sender is refused after one round trip', () => {
    const { told, events } = runTiny({ a: asksAt100, b: answersAtOnce }, { commands: [crash('b', at(50))] });
    expect(told.slice(2)).toEqual(['100 a timer ask', '120 a refused ping']);
    expect(kindsAbout('ping', events)).toEqual(['message-sent', 'message-refused']);
  });

  it('resets the requests that arrived there without a reply', () => {
    const { told, events } = runTiny({ a: asksOnce, b: neverAnswers }, { commands: [crash('b', at(50))] });
    expect(told.slice(2)).toEqual(['10 b ping', '60 a reset ping']);
    expect(kindsAbout('ping', events)).toEqual(['message-sent', 'message-delivered', 'connection-reset']);
  });

  it('resets them once, however often it crashes', () => {
    const { told } = runTiny(
      { a: asksOnce, b: neverAnswers },
      { commands: [crash('b', at(50)), restart('b', at(60)), crash('b', at(70))] },
    );
    expect(told.filter((line) => line.includes('reset'))).toEqual(['60 a reset ping']);
  });

  it("doesn't cancel a reply in flight", () => {
    const { told } = runTiny({ a: asksOnce, b: answersAtOnce }, { commands: [crash('b', at(15))] });
    expect(told.slice(2)).toEqual(['10 b ping', '20 a ping back']);
  });

  it('loses the replies, resets and refusals that reach it', () => {
    const waits: Behaviour = { started: [send('b', 'answered'), send('c', 'reset'), send('d', 'refused')] };
    const { told, events } = runTiny(
      { a: waits, b: answersAtOnce, c: neverAnswers, d: neverAnswers },
      { commands: [crash('d', at(0)), crash('c', at(14)), crash('a', at(15))] },
    );
    expect(told.filter((line) => / a /.test(line))).toEqual(['0 a started']);
    expect(kindsAbout('answered back', events)).toEqual(['message-sent', 'message-lost']);
  });

  it('gets the requests in flight to it once it has restarted', () => {
    const { told } = runTiny(
      { a: asksOnce, b: answersAtOnce },
      { commands: [crash('b', at(3)), restart('b', at(6))] },
    );
    expect(told.slice(2)).toEqual(['6 b started', '10 b ping', '20 a ping back']);
  });
});

describe('a node that has restarted', () => {
  it("doesn't get the replies to its previous epoch", () => {
    const { told, events } = runTiny(
      { a: asksOnce, b: answersLate },
      { commands: [crash('a', at(50)), restart('a', at(60))] },
    );
    expect(told.filter((line) => / a /.test(line))).toEqual([
      '0 a started',
      '60 a started',
      '180 a ping back',
    ]);
    expect(kindsAbout('ping back', events)).toEqual([
      'message-sent',
      'message-lost',
      'message-sent',
      'message-delivered',
    ]);
  });

  it('gets neither the resets nor the refusals of its previous epoch', () => {
    const asksTwo: Behaviour = {
      started: [timer('wake', 30)],
      timer: () => [send('b', 'reset'), send('c', 'refused')],
    };
    const { told } = runTiny(
      { a: asksTwo, b: neverAnswers, c: neverAnswers },
      {
        commands: [
          crash('c', at(5)),
          crash('b', at(42)),
          crash('a', at(44)),
          restart('a', at(46)),
          crash('a', at(60)),
        ],
      },
    );
    expect(told.filter((line) => / a /.test(line))).toEqual([
      '0 a started',
      '30 a timer wake',
      '46 a started',
    ]);
  });

  it('wakes at the time its timer was last set to, earlier or later than before', () => {
    const wakes = (...delaysUs: number[]) => {
      const { told } = runTiny({ a: { started: delaysUs.map((delayUs) => timer('wake', delayUs)) } });
      return told.filter((line) => line.includes('timer'));
    };
    expect(wakes(100)).toEqual(['100 a timer wake']);
    expect(wakes(100, 300)).toEqual(['300 a timer wake']);
    expect(wakes(300, 100)).toEqual(['100 a timer wake']);
    expect(wakes(300, 100, 300)).toEqual(['300 a timer wake']);
    expect(wakes(300, 100, 200)).toEqual(['200 a timer wake']);
  });

  it('can set a timer again when it fires, to before or after its earlier time', () => {
    const { told } = runTiny(
      {
        a: {
          started: [timer('wake', 300), timer('wake', 100), timer('end', 1_000)],
          timer: (name) => (name === 'wake' ? [timer('wake', 100)] : []),
        },
      },
      { limits: { timeUsMax: 650 } },
    );
    expect(told.filter((line) => line.includes('wake'))).toEqual(
      [100, 200, 300, 400, 500, 600].map((atUs) => `${atUs} a timer wake`),
    );
  });

  it("isn't woken by a timer that it cancelled, but by one that it set again", () => {
    const { told } = runTiny({
      a: {
        started: [timer('wake', 300), timer('change', 100), timer('again', 200)],
        timer: (name) => {
          if (name === 'change') return [{ kind: 'cancel-timer', timer: 'wake' }];
          return name === 'again' ? [timer('wake', 200)] : [];
        },
      },
    });
    expect(told.filter((line) => line.includes('wake'))).toEqual(['400 a timer wake']);
  });

  it("doesn't keep a run going with a timer that it cancelled", () => {
    const { events } = runTiny({
      a: {
        started: [timer('wake', 300), timer('change', 100)],
        timer: () => [{ kind: 'cancel-timer', timer: 'wake' }],
      },
    });
    expect(events.at(-1)).toMatchObject({ kind: 'run-ended', atUs: 100 });
  });

  it('is woken by each of its timers once, however many it names', () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `timer ${index}`);
    const sets: Behaviour = { started: names.map((name, index) => timer(name, 10 + index)) };
    const { told } = runTiny({ a: sets });
    expect(told.slice(1)).toEqual(names.map((name, index) => `${10 + index} a timer ${name}`));
  });

  it("isn't woken by the timers of its previous epoch", () => {
    const { told } = runTiny(
      { a: { started: [timer('wake', 100)] } },
      { commands: [crash('a', at(50)), restart('a', at(60))] },
    );
    expect(told).toEqual(['0 a started', '60 a started', '160 a timer wake']);
  });

  it('starts with the next epoch', () => {
    const { events } = runTiny(
      { a: { started: [] } },
      { commands: [crash('a', at(50)), restart('a', at(60))] },
    );
    const lives = events.flatMap((event) =>
      (event.kind === 'node-started' || event.kind === 'node-crashed') && event.node === 'a'
        ? [`${event.atUs} ${event.kind} ${event.epoch}`]
        : [],
    );
    expect(lives).toEqual(['0 node-started 1', '50 node-crashed 1', '60 node-started 2']);
  });

  it('starts with its initial state', () => {
    const counts: Behaviour = {
      started: [timer('count', 30)],
      timer: (_, open) => [remember(`${open.length} open`)],
    };
    const { events } = runTiny(
      { a: asksOnce, b: counts },
      { commands: [crash('b', at(40)), restart('b', at(50))] },
    );
    expect(events.flatMap((event) => (event.kind === 'remembered' ? [event.key] : []))).toEqual([
      '1 open',
      '0 open',
    ]);
  });
});

describe("a node's memory", () => {
  const notes: Behaviour = { started: [remember('a'), remember('b'), { kind: 'forget', key: 'a' }] };

  it('holds what was remembered and not forgotten', () => {
    expect(memoriesAfter(runTiny({ notes }).events).on('notes')).toEqual(['b']);
  });

  it('reports a deletion only if the item was there', () => {
    const forgets: Behaviour = { started: [{ kind: 'forget', key: 'never known' }] };
    const { events } = runTiny({ forgets });
    expect(events.filter(({ kind }) => kind === 'forgot')).toEqual([]);
  });

  it('is emptied by a crash, and no other node forgets anything', () => {
    // The kernel reports a deletion only for items that exist, so it reveals what the kernel still holds.
    const clearsLater: Behaviour = {
      started: [timer('clear', 100)],
      timer: () => [{ kind: 'forget', key: 'note' }],
    };
    const writesFirst: Behaviour = {
      ...clearsLater,
      started: [send('a', 'write'), send('b', 'write'), timer('clear', 100)],
    };
    const keeps: Behaviour = { ...clearsLater, asked: () => [remember('note')] };
    const { events } = runTiny(
      { writer: writesFirst, a: keeps, b: keeps },
      { commands: [crash('a', at(50)), restart('a', at(60))] },
    );
    expect(events.flatMap((event) => (event.kind === 'forgot' ? [event.node] : []))).toEqual(['b']);
  });
});

describe('commands', () => {
  it('of the same moment take effect in list order', () => {
    const results = (commands: Parameters<typeof runTiny>[1]) =>
      runTiny({ a: {} }, commands).events.flatMap((event) =>
        event.kind === 'command-taken' ? [`${event.index} ${event.command.kind} ${event.result}`] : [],
      );
    expect(results({ commands: [crash('a', at(5)), restart('a', at(5))] })).toEqual([
      '0 crash done',
      '1 restart done',
    ]);
    expect(results({ commands: [restart('a', at(5)), crash('a', at(5))] })).toEqual([
      '0 restart already-up',
      '1 crash done',
    ]);
  });

  it('that come later in time are taken later, regardless of list order', () => {
    const { events } = runTiny({ a: {} }, { commands: [restart('a', at(9)), crash('a', at(5))] });
    expect(events.flatMap((event) => (event.kind === 'command-taken' ? [event.index] : []))).toEqual([1, 0]);
  });

  it('take effect after everything else at their instant', () => {
    const { told, events } = runTiny(
      { a: { started: [timer('tick', 10)] }, b: { started: [send('a', 'ping')] } },
      { commands: [crash('a', at(10))] },
    );
    expect(told.filter((line) => line.startsWith('10 '))).toEqual(['10 a timer tick', '10 a ping']);
    expect(events.findLast(({ atUs }) => atUs === 10)?.kind).toBe('node-crashed');
  });

  it('whose landmark is never reached are never taken', () => {
    const commands = [crash('a', { request: 'nobody/1', at: 'sent', offsetUs: 0 })];
    const { events } = runTiny({ a: {} }, { commands });
    expect(events.filter(({ kind }) => kind === 'command-taken')).toEqual([]);
  });

  it('are the cause of what follows from them', () => {
    const { events } = runTiny({ a: asksOnce, b: neverAnswers }, { commands: [crash('b', at(50))] });
    const reset = events.find(({ kind }) => kind === 'connection-reset');
    const crashed = events[reset?.cause ?? -1];
    const taken = events[crashed?.cause ?? -1];
    expect([crashed?.kind, taken?.kind, taken?.cause]).toEqual(['node-crashed', 'command-taken', null]);
  });

  it('that wait for an arrival are released when the request settles without one', () => {
    const settles: Behaviour = { started: [{ kind: 'settle', request: 'a/1', outcome: 'refused' }] };
    const commands = [crash('a', { request: 'a/1', at: 'arrived', offsetUs: 0 })];
    const { events } = runTiny({ a: settles }, { commands });
    expect(events.flatMap((event) => (event.kind === 'command-taken' ? [event.result] : []))).toEqual([
      'done',
    ]);
  });
});

describe('background work', () => {
  const pulses: Behaviour = {
    started: [backgroundTimer('pulse', 10)],
    timer: () => [send('b', 'pulse'), backgroundTimer('pulse', 10)],
  };

  it("doesn't keep a run alive", () => {
    const { events } = runTiny({ a: pulses, b: answersAtOnce, c: { started: [timer('last', 35)] } });
    expect(events.at(-1)).toMatchObject({ kind: 'run-ended', reason: 'finished', atUs: 35 });
  });

  it("doesn't keep a run alive by the timers and messages that follow from it", () => {
    const chatters: Behaviour = {
      started: [backgroundTimer('pulse', 10)],
      timer: () => [timer('ordinary', 10), send('b', 'pulse')],
      answered: () => [send('b', 'again')],
    };
    const { events } = runTiny(
      { a: chatters, b: answersAtOnce, c: { started: [timer('last', 35)] } },
      { limits: { eventsMax: 1_000 } },
    );
    expect(events.at(-1)).toMatchObject({ reason: 'finished', atUs: 35 });
  });

  it('marks all that follows from it', () => {
    const { events } = runTiny({ a: pulses, b: answersAtOnce, c: { started: [timer('last', 35)] } });
    const pulse = events.filter((event) => 'message' in event);
    expect(pulse.length).toBeGreaterThan(3);
    expect(pulse.every(({ background }) => background)).toBe(true);
    expect(events.find((event) => event.kind === 'timer-fired' && event.timer === 'last')).toMatchObject({
      background: false,
    });
  });

  it('stays background when a crash resets it', () => {
    const pulsesOnce: Behaviour = {
      started: [backgroundTimer('pulse', 10)],
      timer: () => [send('b', 'pulse')],
    };
    const { events } = runTiny(
      { a: pulsesOnce, b: neverAnswers, c: { started: [timer('last', 100)] } },
      { commands: [crash('b', at(50))] },
    );
    expect(events.find(({ kind }) => kind === 'connection-reset')).toMatchObject({ background: true });
  });
});

describe('a run', () => {
  it('is cut off after the maximum number of events, and says so', () => {
    const volley: Behaviour = {
      started: [send('b', 'ball')],
      answered: () => [send('b', 'ball')],
    };
    const { events } = runTiny({ a: volley, b: answersAtOnce }, { limits: { eventsMax: 100 } });
    expect(events.filter(({ kind }) => kind === 'message-delivered')).toHaveLength(100);
    expect(events.at(-1)).toMatchObject({ kind: 'run-ended', reason: 'events-limit' });
  });

  it('has finished when its last event was the last allowed one', () => {
    const { events } = runTiny({ a: asksOnce, b: answersAtOnce }, { limits: { eventsMax: 2 } });
    expect(events.at(-1)).toMatchObject({ reason: 'finished' });
  });

  it('rejects duplicate node names, a second reply and an unknown node', () => {
    const answersTwice: Behaviour = { asked: (request) => [reply(request, 'once'), reply(request, 'twice')] };
    expect(() => runTiny({ a: asksOnce, b: answersTwice })).toThrow(/does not wait/);
    expect(() => runTiny({ a: asksOnce })).toThrow('There is no node b.');
  });

  it('keeps its order and causes, and crashed nodes stay silent, for any crashes', () => {
    const talks: Behaviour = {
      started: [send('b', 'hello'), timer('again', 40), remember('note')],
      timer: () => [send('b', 'again'), send('c', 'again')],
      refused: [remember('refused')],
      reset: [remember('reset')],
    };
    const fault = fc.record({
      kind: fc.constantFrom('crash', 'restart'),
      node: fc.constantFrom('a', 'b', 'c', 'nobody'),
      moment: fc.integer({ min: 0, max: 200 }).map(at),
    });
    fc.assert(
      fc.property(fc.array(fault, { maxLength: 12 }), (commands) => {
        const { events } = runTiny({ a: talks, b: answersLate, c: answersAtOnce }, { commands });
        expect(kernelProblemsIn(events)).toEqual([]);
      }),
    );
  });
});
