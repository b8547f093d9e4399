/** What a client does besides its script, and how its requests end. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/simulation/applications/line.ts';
import type { Command } from '../../../src/simulation/cluster.ts';
import type { Moment } from '../../../src/simulation/kernel/command.ts';
import { clients } from '../../../src/simulation/scenario.ts';
import { record } from '../../../src/simulation/simulate.ts';
import { ScenarioError } from '../../../src/simulation/validation/scenario-error.ts';
import { exchangesOf } from '../../support/exchanges.ts';
import {
  crash,
  purchase,
  scenario,
  scripted,
  whenAnswered,
  whenArrived,
  whenSent,
} from '../../support/scenario.ts';

const visit: Line = { kind: 'visit' };
const me: Line = { kind: 'me' };
const logIn: Line = { kind: 'log-in', user: 'mina' };
const pay: Line = { kind: 'pay', amountWon: 1_000, hasIdempotencyKey: true };

const SECOND_US = 1_000_000;

function tell(client: string, line: Line, moment: Moment): Command {
  return { kind: 'instruct', nodes: [client], instruction: { kind: 'say', line }, moment };
}

function stayAway(forUs: number, moment: Moment): Command {
  return { kind: 'instruct', nodes: ['client'], instruction: { kind: 'stay-away', forUs }, moment };
}

/** When each request was sent, in whole seconds. */
function sentAt(events: ReturnType<typeof record>): Record<string, number> {
  return Object.fromEntries(
    events.flatMap((event) =>
      event.kind === 'request-reached' && event.milestone === 'sent'
        ? [[event.request, Math.floor(event.atUs / SECOND_US)]]
        : [],
    ),
  );
}

describe('a client that is told to send a request', () => {
  it('sends it next, then continues its script', () => {
    const events = record(scripted([logIn, me]), [tell('client', visit, whenAnswered('client/1'))]);
    expect(exchangesOf(events).map((line) => line.split(':')[0])).toEqual([
      'client/1 POST /login',
      'client/1+1 GET /',
      'client/2 GET /me',
    ]);
  });

  it('sends it after its script has ended', () => {
    const events = record(scripted([logIn]), [tell('client', me, whenAnswered('client/1'))]);
    expect(exchangesOf(events).at(-1)).toBe('client/1+1 GET /me: server-1 200 mina');
  });

  it('waits for the pending response first', () => {
    const events = record(scripted([logIn]), [tell('client', me, whenArrived('client/1'))]);
    expect(exchangesOf(events)).toEqual([
      'client/1 POST /login: server-1 200 mina',
      'client/1+1 GET /me: server-1 200 mina',
    ]);
  });

  it("sends it after its first line if it hasn't arrived yet, and arrives on time", () => {
    const first = clients([visit]);
    const late = clients([pay, pay], { arrivesAtUs: 20 * SECOND_US });
    const moment = whenAnswered('client/1');
    const commands = [tell('client-2', pay, moment), tell('client-2', pay, moment)];
    const events = record(scenario({ clients: [first, late] }), commands);
    expect(sentAt(events)).toMatchObject({ 'client-2/1': 20, 'client-2/1+1': 24, 'client-2/1+2': 28 });
    const settled = events.flatMap((event) => (event.kind === 'request-settled' ? [event.request] : []));
    expect(settled).toEqual(['client/1', 'client-2/1', 'client-2/1+1', 'client-2/1+2', 'client-2/2']);
  });
});

describe('a client that is told to stay away', () => {
  const moment = whenAnswered('client/1');

  it('delays its next line by that time, and by both times when told twice', () => {
    const away = (times: number) =>
      sentAt(
        record(
          scripted([visit, me]),
          Array.from({ length: times }, () => stayAway(100 * SECOND_US, moment)),
        ),
      );
    expect([0, 1, 2].map((times) => away(times)['client/2'])).toEqual([4, 104, 204]);
  });

  it('stays away even if told to send a request meanwhile', () => {
    const events = record(scripted([visit, me]), [
      stayAway(100 * SECOND_US, moment),
      tell('client', visit, moment),
    ]);
    expect(sentAt(events)).toMatchObject({ 'client/1+1': 104, 'client/2': 108 });
  });

  it('leaves after the pending response', () => {
    const events = record(scripted([visit, me]), [stayAway(100 * SECOND_US, whenArrived('client/1'))]);
    expect(sentAt(events)).toEqual({ 'client/1': 0, 'client/2': 104 });
  });
});

describe('a second tab', () => {
  it('names its requests apart, before and after the script has begun', () => {
    const tab = (moment: Moment): Command => ({
      kind: 'instruct',
      nodes: ['client-2'],
      instruction: { kind: 'say', line: me, inParallel: true },
      moment,
    });
    const late = clients([{ kind: 'wait', us: 30 * SECOND_US }, me], { arrivesAtUs: 10 * SECOND_US });
    const given = scenario({ clients: [clients([visit]), late] });
    const first = whenSent('client/1', SECOND_US);
    const events = record(given, [tab(first), tab(whenSent('client/1', 15 * SECOND_US))]);
    expect(Object.keys(sentAt(events))).toEqual(['client/1', 'client-2/1+1', 'client-2/1+2', 'client-2/2']);
    expect(events.filter(({ kind }) => kind === 'request-settled')).toHaveLength(4);
  });
});

describe('a line that waits', () => {
  const think = { kind: 'fixed', us: 4 * SECOND_US } as const;
  const thirty: Line = { kind: 'wait', us: 30 * SECOND_US };

  it('makes the pause before the next line longer by its time', () => {
    const events = record(scripted([me, thirty, me, me], { client: { think } }), []);
    expect(sentAt(events)).toEqual({ 'client/1': 0, 'client/3': 34, 'client/4': 38 });
  });

  it('can come first, and last', () => {
    const events = record(scripted([thirty, me, thirty], { client: { think } }), []);
    expect(sentAt(events)).toEqual({ 'client/2': 30 });
    expect(events.at(-1)).toMatchObject({ kind: 'run-ended', reason: 'finished' });
  });

  it('adds up with the time that its client was told to stay away', () => {
    const events = record(scripted([me, thirty, me], { client: { think } }), [
      stayAway(10 * SECOND_US, whenSent('client/1')),
    ]);
    expect(sentAt(events)).toEqual({ 'client/1': 0, 'client/3': 44 });
  });
});

describe('a hand-over of credentials', () => {
  it('is rejected unless it goes to a client', () => {
    const script: Line[] = [logIn, { kind: 'hand-over', to: 'database' }, me];
    expect(() => record(scripted(script), [])).toThrow(ScenarioError);
  });
});

describe('a session that ends while a request is in flight', () => {
  it("doesn't come back with that request", () => {
    // Both hold the same cookie. The shop's request has found the session, and waits 200 ms for the database.
    const shop: Line = { kind: 'shop', said: { product: 'laptop' } };
    const owner = clients([logIn, { kind: 'hand-over', to: 'client-2' }, shop, me]);
    const other = clients([visit], { think: { kind: 'fixed', us: 50_000 } });
    const network = { ...scenario().network, cluster: { minUs: 100_000, maxUs: 100_000 } };
    const timing = { ...scenario().timing, backendTimeoutUs: SECOND_US };
    const given = scenario({ clients: [owner, other], network, timing });
    const events = record(given, [tell('client-2', { kind: 'log-out' }, whenSent('client/3'))]);
    const ended = events.findIndex(({ kind }) => kind === 'forgot');
    const found = events.findLastIndex(
      (event) => event.kind === 'recalled' && event.found && event.id < ended,
    );
    const shown = events.findIndex(
      (event) => event.kind === 'request-settled' && event.request === 'client/3',
    );
    expect(found).toBeGreaterThan(0);
    expect(shown).toBeGreaterThan(ended);
    expect(exchangesOf(events).at(-1)).toMatch(/^client\/4 GET \/me: server-1 401/);
  });
});

function outcomeAfterCrashOfBalancer(moment: Moment): string | undefined {
  const one = scenario({ script: purchase('laptop').slice(0, 1) });
  const settled = record(one, [crash('load-balancer', moment)]).find(
    ({ kind }) => kind === 'request-settled',
  );
  return settled?.kind === 'request-settled' ? settled.outcome : undefined;
}

describe('a load balancer that crashes', () => {
  it("refuses the connection if the request hasn't arrived yet", () => {
    expect(outcomeAfterCrashOfBalancer(whenSent('client/1'))).toBe('refused');
  });

  it('breaks the connection if a server works on the request: it failed, with an unknown result', () => {
    expect(outcomeAfterCrashOfBalancer(whenArrived('client/1', 100))).toBe('failed');
  });
});

describe('a client that gets an error', () => {
  it('keeps its cookies (RFC 6265 §3)', () => {
    const events = record(scripted([pay, me], { strategy: 'sticky' }), [
      crash('database', whenSent('client/1')),
    ]);
    expect(exchangesOf(events)[0]).toContain('503');
    const cookies = events.flatMap((event) =>
      event.kind === 'message-sent' &&
      event.message.request === 'client/2' &&
      event.message.from === 'client' &&
      event.message.body.kind === 'http-request'
        ? event.message.body.headers.filter(([name]) => name === 'Cookie')
        : [],
    );
    expect(cookies).toEqual([['Cookie', 'lb=server-1']]);
  });
});
