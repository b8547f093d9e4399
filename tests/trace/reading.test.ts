import { describe, expect, it } from 'vitest';
import { requestFor } from '../../src/simulation/applications/requests.ts';
import {
  httpRequest,
  jsonResponse,
  parseJsonObject,
  type Status,
} from '../../src/simulation/protocols/http.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import {
  problemCodes,
  type RequestIntent,
  readRequest,
  readResponse,
  verdictOn,
} from '../../src/trace/reading.ts';
import { runOf } from '../support/run-of.ts';
import { operations, scriptNames, speaking } from '../support/scripts.ts';

const plainly = { headers: [], said: {}, carriedCart: null, idempotencyKey: 'client/1', refreshToken: null };

describe('what a request asks for', () => {
  it.each([
    [{ kind: 'visit' }, { kind: 'visit' }],
    [
      { kind: 'log-in', user: 'mina' },
      { kind: 'log-in', userId: 'mina' },
    ],
    [{ kind: 'me' }, { kind: 'me' }],
    [{ kind: 'admin' }, { kind: 'admin' }],
    [{ kind: 'log-out' }, { kind: 'log-out' }],
    [
      { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: true },
      { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: true },
    ],
    [
      { kind: 'pay', amountWon: 3_000, hasIdempotencyKey: false },
      { kind: 'pay', amountWon: 3_000, hasIdempotencyKey: false },
    ],
  ] as const)('is parsed from its text: %o', (line, said) => {
    expect(readRequest(requestFor(line, plainly))).toEqual(said);
  });

  it('is unknown for a path without an application', () => {
    const request = {
      kind: 'http-request',
      method: 'GET',
      target: '/nowhere',
      headers: [],
      body: '',
    } as const;
    expect(readRequest(request)).toEqual({ kind: 'other' });
  });
});

describe('what a response says', () => {
  const mina = { userId: 'mina', name: 'Mina', role: 'user' };

  it.each([
    ['visit', { user: null }, { kind: 'welcomed', name: null }],
    ['visit', { user: mina }, { kind: 'welcomed', name: 'Mina' }],
    ['me', { user: mina }, { kind: 'recognized', name: 'Mina' }],
    ['admin', { user: mina, page: 'admin' }, { kind: 'admitted', name: 'Mina' }],
    ['log-out', { loggedOut: true }, { kind: 'logged-out' }],
  ] as const)('depends on the request: %s, %o', (kind, fields, heard) => {
    expect(readResponse({ kind }, jsonResponse(200, [], fields))).toEqual(heard);
  });

  it('distinguishes a new charge from an earlier one', () => {
    const said = { kind: 'pay', amountWon: 3_000, hasIdempotencyKey: true } as const;
    const [now, before] = [true, false].map((isFirst) =>
      readResponse(said, jsonResponse(200, [], { charge: 1, amountWon: 3_000, isFirst })),
    );
    expect(now).toEqual({ kind: 'charged', chargeNumber: 1, amountWon: 3_000, isFirst: true });
    expect(before).toEqual({ kind: 'charged', chargeNumber: 1, amountWon: 3_000, isFirst: false });
  });

  it('includes the error code, known or not', () => {
    const [known, unknown] = ['expired-session', 'whatever'].map((error) =>
      readResponse({ kind: 'me' }, jsonResponse(401, [], { error })),
    );
    expect(known).toEqual({ kind: 'problem', status: 401, code: 'expired-session' });
    expect(unknown).toEqual({ kind: 'problem', status: 401, code: null });
  });

  it('has only known error codes, under every strategy and any operator command', () => {
    const given = strategyIds.flatMap((strategy) =>
      scriptNames.flatMap((script) =>
        operations.flatMap((commands) =>
          runOf(speaking(strategy, script), commands).events.flatMap((event) => {
            if (event.kind !== 'message-delivered' || event.message.body.kind !== 'http-response') return [];
            const error = parseJsonObject(event.message.body.body)?.error;
            return typeof error === 'string' && error !== 'incomplete' ? [error] : [];
          }),
        ),
      ),
    );
    const known = new Set<string>(problemCodes);
    expect(given.length).toBeGreaterThan(0);
    expect(given.filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('a message that no client or server here sends', () => {
  it.each([
    ['POST', '/login', {}],
    ['POST', '/login', { userId: 5 }],
    ['POST', '/note', { note: 5 }],
    ['POST', '/pay', { amountWon: '5' }],
    ['POST', '/cart', { add: 'spaceship' }],
    ['POST', '/shop', { product: 'spaceship' }],
    ['POST', '/me', {}],
    ['GET', '/shopping', undefined],
  ] as const)('asks for nothing known: %s %s %j', (method, target, body) => {
    expect(readRequest(httpRequest(method, target, [], body))).toEqual({ kind: 'other' });
  });

  it('asks for a note of a length, the cart, or all of a cart', () => {
    expect(readRequest(httpRequest('POST', '/note', [], { note: 'abc' }))).toEqual({
      kind: 'note',
      characters: 3,
    });
    expect(readRequest(httpRequest('GET', '/cart', []))).toEqual({ kind: 'cart', items: null });
    expect(readRequest(httpRequest('POST', '/cart', [], { items: ['laptop'] }))).toEqual({
      kind: 'cart',
      items: ['laptop'],
    });
    expect(readRequest(httpRequest('POST', '/cart', [], { add: 'laptop' }))).toEqual({
      kind: 'add-to-cart',
      product: 'laptop',
    });
  });

  const unknown = (status: Status) => ({ kind: 'problem', status, code: null });

  it.each<[RequestIntent, object]>([
    [{ kind: 'log-in', userId: 'mina' }, { user: null }],
    [{ kind: 'log-in', userId: 'mina' }, { user: { name: 5 } }],
    [{ kind: 'me' }, { user: 'mina' }],
    [{ kind: 'admin' }, {}],
    [{ kind: 'note', characters: 3 }, { noted: '3' }],
    [{ kind: 'refresh' }, { access_token: 5 }],
    [{ kind: 'pay', amountWon: 5, hasIdempotencyKey: false }, { charge: 1 }],
    [{ kind: 'pay', amountWon: 5, hasIdempotencyKey: false }, { amountWon: 5 }],
    [{ kind: 'cart', items: null }, { cart: ['spaceship'] }],
    [{ kind: 'other' }, {}],
  ])('means nothing known as a 200 to %j: %j', (intent, fields) => {
    expect(readResponse(intent, jsonResponse(200, [], { ...fields }))).toEqual(unknown(200));
  });

  it('means what its fields say', () => {
    const pay = { kind: 'pay', amountWon: 5, hasIdempotencyKey: true } as const;
    const charged = { charge: 2, amountWon: 5 };
    const meaning = { kind: 'charged', chargeNumber: 2, amountWon: 5 };
    expect(readResponse(pay, jsonResponse(200, [], charged))).toEqual({ ...meaning, isFirst: true });
    expect(readResponse(pay, jsonResponse(200, [], { ...charged, isFirst: false }))).toEqual({
      ...meaning,
      isFirst: false,
    });
    expect(readResponse({ kind: 'visit' }, jsonResponse(200, [], {}))).toEqual({
      kind: 'welcomed',
      name: null,
    });
    expect(readResponse({ kind: 'log-out' }, jsonResponse(200, [], {}))).toEqual({ kind: 'logged-out' });
    expect(readResponse({ kind: 'me' }, jsonResponse(401, [], { user: { name: 'Mina' } }))).toEqual(
      unknown(401),
    );
    expect(readResponse({ kind: 'me' }, jsonResponse(401, [], { error: 'expired' }))).toMatchObject({
      code: 'expired',
    });
  });
});

describe('what a response means to its client', () => {
  const unauthorized = { kind: 'problem', status: 401, code: 'unknown-session' } as const;

  it('counts a repeated question as such after a login', () => {
    expect(verdictOn(unauthorized, { wasLoggedIn: true })).toBe('asked-again');
    expect(verdictOn(unauthorized, { wasLoggedIn: false })).toBe('refused');
  });

  it.each([
    [403, 'refused'],
    [502, 'failed'],
    [503, 'failed'],
    [504, 'failed'],
  ] as const)('for %d is: %s', (status, verdict) => {
    expect(verdictOn({ kind: 'problem', status, code: null }, { wasLoggedIn: true })).toBe(verdict);
  });
});
