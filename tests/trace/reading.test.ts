import { describe, expect, it } from 'vitest';
import { requestFor } from '../../src/simulation/applications/requests.ts';
import { jsonResponse, parseJsonObject } from '../../src/simulation/protocols/http.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { problemCodes, readRequest, readResponse, verdictOn } from '../../src/trace/reading.ts';
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
