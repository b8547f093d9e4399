import { describe, expect, it } from 'vitest';
import { shopRequest } from '../../../src/simulation/applications/shop-http.ts';
import { isServer } from '../../../src/simulation/cluster.ts';
import { CountingSink } from '../../../src/simulation/kernel/sinks.ts';
import { cookiesSetBy } from '../../../src/simulation/protocols/cookies.ts';
import {
  type HttpRequest,
  type HttpResponse,
  headerOf,
  httpRequest,
} from '../../../src/simulation/protocols/http.ts';
import { clients } from '../../../src/simulation/scenario.ts';
import { record, simulate } from '../../../src/simulation/simulate.ts';
import { type Asked, askServer, THE_SERVER } from '../../support/ask-server.ts';
import { sessionsOn } from '../../support/node-memories.ts';
import { linesOf, scenario } from '../../support/scenario.ts';

const UNKNOWN = 'sid=0123456789abcdef0123456789abcdef';

const asksPrice = shopRequest({ product: 'laptop' }, []);
const saysTwo = shopRequest({ quantity: 2 }, []);

function post(value: unknown, cookie?: string): HttpRequest {
  return httpRequest('POST', '/shop', cookie === undefined ? [] : [['Cookie', cookie]], value);
}

/** The cookie that these responses have set, as a browser would send it. */
function cookieFrom(responses: readonly HttpResponse[]): string {
  return responses
    .flatMap(cookiesSetBy)
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
}

function storedBy({ events }: Asked): unknown[] {
  return events.filter((event) => event.kind === 'remembered' && event.node === THE_SERVER);
}

function statuses({ responses }: Asked): number[] {
  return responses.map(({ status }) => status);
}

describe('a server that keeps sessions', () => {
  it('gives a new client a session and its cookie, and the cookie only once', () => {
    const asked = askServer('server-memory', asksPrice, (replies) =>
      post({ quantity: 2 }, cookieFrom(replies)),
    );
    expect(asked.responses.map((response) => cookiesSetBy(response).length)).toEqual([1, 0]);
    expect(sessionsOn(THE_SERVER, asked.events)).toEqual([{ product: 'laptop', quantity: 2 }]);
  });

  it('stores nothing and sets no cookie for an incomplete request', () => {
    const asked = askServer('server-memory', saysTwo, post({ payment: 'card' }), post({}));
    expect(statuses(asked)).toEqual([422, 422, 422]);
    expect([storedBy(asked), cookieFrom(asked.responses)]).toEqual([[], '']);
  });

  it('leaves a session unchanged when a request is incomplete', () => {
    const asked = askServer('server-memory', asksPrice, (replies) =>
      post({ payment: 'card' }, cookieFrom(replies)),
    );
    expect(statuses(asked)).toEqual([200, 422]);
    expect(storedBy(asked)).toHaveLength(1);
    expect(sessionsOn(THE_SERVER, asked.events)).toEqual([{ product: 'laptop' }]);
  });

  it("stores nothing and sets no cookie for a session ID that it doesn't know", () => {
    const asked = askServer('server-memory', post({ quantity: 2 }, UNKNOWN));
    expect(statuses(asked)).toEqual([422]);
    expect([storedBy(asked), cookieFrom(asked.responses)]).toEqual([[], '']);
    expect(asked.events.filter((event) => event.kind === 'recalled')).toMatchObject([{ found: false }]);
  });

  it("never accepts a session ID that it didn't issue (T13)", () => {
    const asked = askServer('server-memory', shopRequest({ product: 'laptop' }, [['Cookie', UNKNOWN]]));
    expect(statuses(asked)).toEqual([200]);
    expect(cookieFrom(asked.responses)).not.toBe(UNKNOWN);
    expect(JSON.stringify(storedBy(asked))).not.toContain(UNKNOWN.slice('sid='.length));
  });

  it("stores nothing for a request that it can't parse", () => {
    const asked = askServer(
      'server-memory',
      post({ product: 'phone' }),
      post('laptop'),
      httpRequest('GET', '/nowhere', []),
    );
    expect(statuses(asked)).toEqual([400, 400, 404]);
    expect([storedBy(asked), cookieFrom(asked.responses)]).toEqual([[], '']);
  });
});

describe('a server that keeps nothing', () => {
  it('stores nothing and sets no cookie for any request', () => {
    const asked = askServer(
      'client-state',
      asksPrice,
      saysTwo,
      post({ product: 'laptop', quantity: 2, payment: 'card' }, UNKNOWN),
    );
    expect(statuses(asked)).toEqual([200, 422, 200]);
    expect([storedBy(asked), cookieFrom(asked.responses)]).toEqual([[], '']);
  });
});

describe.each(['server-memory', 'client-state'] as const)('any server (%s)', (strategy) => {
  it('takes the price from the database and never from the client', () => {
    const { responses } = askServer(
      strategy,
      post({ product: 'laptop', quantity: 2, unitPriceWon: 1, totalWon: 2 }),
    );
    expect(JSON.parse(responses[0]?.body ?? '')).toMatchObject({ totalWon: 2_000_000 });
  });

  it('names itself in its responses', () => {
    const { responses } = askServer(strategy, asksPrice, saysTwo);
    for (const { headers } of responses) expect(headers).toContainEqual(['X-Served-By', THE_SERVER]);
  });

  it('dates each response (RFC 9110 §6.6.1)', () => {
    const dates = record(scenario({ strategy }), []).flatMap((event) => {
      if (event.kind !== 'message-sent' || !isServer(event.message.from)) return [];
      const { body } = event.message;
      const now = new Date(Date.UTC(2026, 2, 2) + Math.floor(event.atUs / 1000));
      return body.kind === 'http-response' ? [[headerOf(body, 'Date'), now.toUTCString()]] : [];
    });
    // Three to the client, seconds apart, and more to health checks.
    expect(new Set(dates.map(([, now]) => now)).size).toBeGreaterThan(3);
    for (const [said, now] of dates) expect(said).toBe(now);
  });

  it('answers a health check at once without asking any other node', () => {
    const { responses, events } = askServer(strategy, httpRequest('GET', '/healthz', []));
    expect(responses.map(({ status }) => status)).toEqual([200]);
    expect(events.filter(({ kind }) => kind === 'message-sent')).toHaveLength(2);
  });
});

describe('a server with a long timeout', () => {
  it('leaves no timers behind for responses that came in time', () => {
    // The server asks the database for each price, and a worker would wait 15 minutes for the response.
    const timing = {
      ...scenario().timing,
      service: { kind: 'fixed', us: 0 },
      replyUs: 0,
      backendTimeoutUs: 900_000_000,
    } as const;
    const network = {
      ...scenario().network,
      internet: { minUs: 1, maxUs: 1 },
      cluster: { minUs: 1, maxUs: 1 },
    };
    const shop = linesOf([{ product: 'laptop' }]);
    const crowd = clients(shop, { count: 10, repeats: 30_000, think: { kind: 'fixed', us: 1 } });
    const sink = new CountingSink();
    // More exchanges than the event queue has room for (262,142).
    simulate(scenario({ strategy: 'client-state', timing, network, clients: [crowd] }), [], sink);
    expect(sink.count('request-settled')).toBe(300_000);
  });
});
