import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumbered, writeNumbered } from '../../../../src/simulation/protocols/numbered-message.ts';
import {
  newRetryClient,
  type RetryClient,
  type RetryClientReaction,
  replyArrives,
  request,
  retryTimeout,
  standardRetrySettings,
} from '../../../../src/simulation/protocols/udp/retry-client.ts';
import {
  newRetryServer,
  type RetryServer,
  requestArrives,
  requestDone,
  type Semantics,
} from '../../../../src/simulation/protocols/udp/retry-server.ts';

const reply = (number: number, text: string) => ({ kind: 'reply', number, text }) as const;
const ask = (number: number, text: string) => ({ kind: 'request', number, text }) as const;

describe('a numbered message', () => {
  it('survives a round trip', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('request' as const, 'reply' as const),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.string({ unit: 'binary' }),
        (kind, number, text) => {
          const message = { kind, number, text };
          expect(readNumbered(writeNumbered(message))).toEqual(message);
        },
      ),
    );
  });

  it.each(['', 'hello', 'REQUEST 0 x', 'REQUEST 1', 'REPLY -1 x', 'request 1 x'])('is not %j', (data) => {
    expect(readNumbered(data)).toBeNull();
  });
});

describe('the client of a request over UDP (T23)', () => {
  const asked = request(newRetryClient(standardRetrySettings), 'two laptops');

  it('numbers its requests and remembers them until they are answered', () => {
    expect(asked.effects[0]).toEqual({ kind: 'send', number: 1, data: 'REQUEST 1 two laptops' });
    expect(asked.client.waiting).toEqual([{ number: 1, text: 'two laptops', attempts: 1 }]);
    const answered = replyArrives(asked.client, reply(1, 'sold'));
    expect(answered.client.waiting).toEqual([]);
    expect(answered.effects).toContainEqual({ kind: 'answered', number: 1, text: 'sold' });
    expect(request(answered.client, 'one more').effects[0]).toEqual({
      kind: 'send',
      number: 2,
      data: 'REQUEST 2 one more',
    });
  });

  it('retries after 1, 2 and 4 seconds, and gives up after 8 more', () => {
    const delays: number[] = [];
    let last: RetryClientReaction = asked;
    for (let turn = 0; turn < 4; turn += 1) {
      const timer = last.effects.find((effect) => effect.kind === 'set-timer');
      if (timer?.kind === 'set-timer') delays.push(timer.delayUs / 1_000_000);
      last = retryTimeout(last.client, 1);
    }
    expect(delays).toEqual([1, 2, 4, 8]);
    expect(last).toEqual({
      client: { ...asked.client, waiting: [] },
      effects: [{ kind: 'gave-up', number: 1 }],
    });
  });

  it('accepts a reply once, and none to a request that it gave up or never sent', () => {
    const answered = replyArrives(asked.client, reply(1, 'sold')).client;
    for (const message of [reply(1, 'sold'), reply(2, 'what?'), ask(1, 'an echo')]) {
      expect(replyArrives(answered, message)).toEqual({ client: answered, effects: [] });
    }
    expect(retryTimeout(answered, 1).effects).toEqual([]);
  });
});

describe('the server', () => {
  /** How often it acts on a duplicated request, with the reply between or after the copies. */
  function actsOn(semantics: Semantics, between: boolean): number {
    let server = newRetryServer(semantics);
    let acts = 0;
    const arrive = () => {
      const reaction = requestArrives(server, 'client:49152', ask(1, 'charge'));
      server = reaction.server;
      if (reaction.effect.kind === 'act') acts += 1;
      return reaction.effect;
    };
    arrive();
    if (between) server = requestDone(server, 'client:49152', 1, 'charged').server;
    arrive();
    return acts;
  }

  it('without memory acts on every copy: at least once', () => {
    expect([actsOn('at-least-once', false), actsOn('at-least-once', true)]).toEqual([2, 2]);
  });

  it("with each client's latest request in memory acts once: at most once", () => {
    expect([actsOn('at-most-once', false), actsOn('at-most-once', true)]).toEqual([1, 1]);
  });

  it('answers a copy with the reply that it remembers', () => {
    const first = requestArrives(newRetryServer('at-most-once'), 'a', ask(1, 'charge')).server;
    const done = requestDone(first, 'a', 1, 'charged').server;
    expect(requestArrives(done, 'a', ask(1, 'charge')).effect).toEqual({
      kind: 'send',
      data: 'REPLY 1 charged',
    });
  });

  it('tells clients apart, and ignores old requests', () => {
    const server = requestArrives(newRetryServer('at-most-once'), 'a', ask(2, 'charge')).server;
    expect(requestArrives(server, 'b', ask(1, 'charge')).effect.kind).toBe('act');
    expect(requestArrives(server, 'a', ask(1, 'an old copy')).effect.kind).toBe('ignore');
    expect(requestArrives(server, 'a', reply(3, 'no request')).effect.kind).toBe('ignore');
  });
});

describe('consecutive requests over a network that loses, duplicates and reorders', () => {
  type Flight = { toServer: boolean; data: string };

  /** @returns How often the server acted on each request, and what the client learned of each. */
  function play(semantics: Semantics, choices: readonly number[]) {
    let client: RetryClient = newRetryClient({ timeoutUs: 1_000_000, attemptsMax: 3 });
    let server: RetryServer = newRetryServer(semantics);
    const flights: Flight[] = [];
    const acts = new Map<string, number>();
    const learned = new Map<number, string>();
    let settlements = 0;
    const take = (reaction: RetryClientReaction) => {
      client = reaction.client;
      for (const effect of reaction.effects) {
        if (effect.kind === 'send') flights.push({ toServer: true, data: effect.data });
        if (effect.kind !== 'answered' && effect.kind !== 'gave-up') continue;
        settlements += 1;
        learned.set(effect.number, effect.kind === 'answered' ? effect.text : effect.kind);
      }
    };
    const arrive = ({ toServer, data }: Flight) => {
      const message = readNumbered(data);
      if (message === null) throw new Error(`Unreadable: ${data}`);
      if (!toServer) return take(replyArrives(client, message));
      const reaction = requestArrives(server, 'client', message);
      server = reaction.server;
      if (reaction.effect.kind === 'send') flights.push({ toServer: false, data: reaction.effect.data });
      if (reaction.effect.kind !== 'act') return undefined;
      acts.set(message.text, (acts.get(message.text) ?? 0) + 1);
      const done = requestDone(server, 'client', message.number, `did ${message.text}`);
      server = done.server;
      if (done.effect.kind === 'send') flights.push({ toServer: false, data: done.effect.data });
      return undefined;
    };
    for (const choice of choices) {
      const waiting = client.waiting[0];
      const index = choice % Math.max(1, flights.length);
      const flight = flights[index];
      if (waiting === undefined) take(request(client, `work ${client.latest + 1}`));
      else if (flight === undefined || choice % 7 === 0) take(retryTimeout(client, waiting.number));
      else if (choice % 7 === 1) flights.splice(index, 1);
      else if (choice % 7 === 2) flights.push(flight);
      else arrive(...(flights.splice(index, 1) as [Flight]));
    }
    return { acts, learned, settlements, latest: client.latest };
  }

  it('are each settled once; an answered one was executed at most once or at least once', () => {
    let twice = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 120, size: 'max' }), (choices) => {
        for (const semantics of ['at-most-once', 'at-least-once'] as const) {
          const { acts, learned, settlements } = play(semantics, choices);
          expect(settlements).toBe(learned.size);
          for (const [number, text] of learned) {
            if (text !== 'gave-up') expect(text).toBe(`did work ${number}`);
            if (text !== 'gave-up') expect(acts.get(`work ${number}`)).toBeGreaterThanOrEqual(1);
          }
          const most = Math.max(0, ...acts.values());
          if (semantics === 'at-most-once') expect(most).toBeLessThanOrEqual(1);
          else if (most > 1) twice += 1;
        }
      }),
    );
    expect(twice).toBeGreaterThan(0);
  });
});
