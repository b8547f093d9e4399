/** What a server answers to requests that no browser here sends: RFC 9110 §15.5.1 for what is malformed. */
import { describe, expect, it } from 'vitest';
import { noteOf } from '../../../src/simulation/applications/note.ts';
import { AMOUNT_WON_MAX } from '../../../src/simulation/applications/payment.ts';
import { type HttpRequest, httpRequest } from '../../../src/simulation/protocols/http.ts';
import { askServer } from '../../support/ask-server.ts';

function ask(
  method: HttpRequest['method'],
  target: string,
  body?: unknown,
  headers: HttpRequest['headers'] = [],
) {
  const [response] = askServer(
    'client-state',
    body === undefined ? httpRequest(method, target, headers) : httpRequest(method, target, headers, body),
  ).responses;
  if (response === undefined) throw new Error('The server does not respond.');
  return `${response.status} ${response.body}`;
}

function answer(target: string, body: unknown): string {
  return ask('POST', target, body);
}

describe('a server refuses', () => {
  it.each([
    ['/login', {}, 'userId'],
    ['/login', { userId: 'mina' }, 'userId'],
    ['/login', { userId: 1, password: 'x' }, 'userId'],
    ['/note', {}, 'note'],
    ['/note', { note: '' }, 'note'],
    ['/note', { note: noteOf(10_001) }, 'note'],
    ['/note', { note: 5 }, 'note'],
    ['/pay', {}, 'amountWon'],
    ['/pay', { amountWon: 0 }, 'amountWon'],
    ['/pay', { amountWon: 1.5 }, 'amountWon'],
    ['/pay', { amountWon: '5' }, 'amountWon'],
    ['/pay', { amountWon: AMOUNT_WON_MAX + 1 }, 'amountWon'],
    ['/cart', {}, 'items'],
    ['/cart', { add: 'spaceship' }, 'items'],
    ['/cart', { items: 'laptop' }, 'items'],
    ['/cart', { items: ['laptop', 'spaceship'] }, 'items'],
  ])('POST %s %j as malformed, and names the field', (target, body, field) => {
    expect(answer(target, body)).toBe(`400 {"error":"invalid","field":"${field}"}`);
  });

  it('accepts the extremes', () => {
    expect(answer('/note', { note: noteOf(10_000) })).toBe('200 {"noted":10000}');
    expect(answer('/note', { note: 'a' })).toBe('200 {"noted":1}');
    expect(answer('/pay', { amountWon: 1 })).toBe('200 {"charge":1,"amountWon":1,"isFirst":true}');
    expect(answer('/pay', { amountWon: AMOUNT_WON_MAX })).toMatch(/^200 /);
    expect(answer('/cart', { items: [] })).toBe('200 {"cart":[]}');
    expect(answer('/cart', { items: ['laptop', 'laptop'] })).toBe('200 {"cart":["laptop","laptop"]}');
  });

  it('a wrong password, and a user that does not exist', () => {
    expect(answer('/login', { userId: 'mina', password: 'wrong' })).toBe('401 {"error":"wrong-credentials"}');
    expect(answer('/login', { userId: 'nobody', password: 'x' })).toBe('401 {"error":"wrong-credentials"}');
  });

  it('credentials that are unreadable or wrong, in every request that has them', () => {
    const withHeader = (value: string) => ask('GET', '/me', undefined, [['Authorization', value]]);
    expect(withHeader('Basic !')).toBe('401 {"error":"wrong-credentials"}');
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    expect(withHeader(basic('mina:wrong'))).toBe('401 {"error":"wrong-credentials"}');
    expect(withHeader(basic('mina:sunny-side-up'))).toMatch(/^200 /);
  });

  it.each([
    ['GET', '/nothing'],
    ['GET', '/login'],
    ['GET', '/toString'],
  ] as const)('%s %s, which no application handles', (method, target) => {
    expect(ask(method, target)).toBe('404 {"error":"not-found"}');
  });
});
