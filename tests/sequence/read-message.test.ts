import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/sequence/read-message.ts';
import { readToken } from '../../src/sequence/read-token.ts';
import type { WireBody } from '../../src/simulation/protocols/wire.ts';
import { clients, clusterScenario } from '../../src/simulation/scenario.ts';
import { strategyIds } from '../../src/simulation/strategies/strategies.ts';
import { runOf } from '../support/run-of.ts';
import { scripts } from '../support/scripts.ts';

function read(body: WireBody) {
  return readMessage({ body });
}

const ok = { kind: 'http-response', status: 200, headers: [], body: '' } as const;

describe('a parsed message', () => {
  it('of HTTP has its first line, each header with its meaning, and its body', () => {
    const reading = read({
      ...ok,
      headers: [['Set-Cookie', 'sid=a1; Path=/; HttpOnly; Secure; SameSite=Lax']],
      body: '{"a":1}',
    });
    expect(reading).toMatchObject({
      kind: 'http',
      start: 'HTTP/1.1 200 OK',
      body: '{"a":1}',
      token: null,
    });
    const [cookie] = reading.kind === 'http' ? reading.headers : [];
    expect(cookie?.note).toEqual({
      kind: 'set-cookie',
      cookie: 'sid',
      isDeleted: false,
      attributes: [
        { name: 'Path', value: '/' },
        { name: 'HttpOnly', value: '' },
        { name: 'Secure', value: '' },
        { name: 'SameSite', value: 'Lax' },
      ],
    });
  });

  it('marks a deleted cookie (RFC 6265 §5.2.2)', () => {
    const reading = read({
      ...ok,
      headers: [['Set-Cookie', 'sid=; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT']],
    });
    expect(reading.kind === 'http' && reading.headers[0]?.note).toMatchObject({ isDeleted: true });
  });

  it.each([
    ['Basic realm="statescope", charset="UTF-8"', false],
    ['Bearer realm="statescope", error="invalid_token"', false],
    ['Cookie realm="statescope", form-action="/login", cookie-name="sid"', true],
  ])('tells a registered scheme from an invented one: %s', (challenge, isInvented) => {
    const reading = read({ ...ok, status: 401, headers: [['WWW-Authenticate', challenge]] });
    expect(reading.kind === 'http' && reading.headers[0]?.note).toEqual({ kind: 'challenge', isInvented });
  });

  it('shows the user of Basic credentials, and never the password (RFC 7617, the example of §2)', () => {
    const reading = read({
      kind: 'http-request',
      method: 'GET',
      target: '/me',
      headers: [['Authorization', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==']],
      body: '',
    });
    expect(reading.kind === 'http' && reading.headers.at(-1)?.note).toEqual({
      kind: 'basic',
      userId: 'Aladdin',
    });
  });

  it('of TCP has its numbers and flags', () => {
    expect(
      read({
        kind: 'tcp-segment',
        sourcePort: 49152,
        destinationPort: 80,
        seq: 300,
        ack: 101,
        control: ['SYN'],
        data: '',
      }),
    ).toMatchObject({ kind: 'segment', seq: 300, ack: 101, flags: ['SYN', 'ACK'], dataBytes: 0 });
  });

  it('to a store has its command words, with any content', () => {
    const value = 'two\r\nlines';
    expect(read({ kind: 'store-command', name: 'GET', key: 'session:1' })).toMatchObject({
      kind: 'store',
      words: ['GET', 'session:1'],
    });
    expect(read({ kind: 'store-reply', reply: 'value', value })).toMatchObject({ words: ['two lines'] });
    expect(read({ kind: 'store-reply', reply: 'value', value: null })).toMatchObject({ kind: 'store' });
  });

  it('has no header without an explanation', () => {
    for (const strategy of strategyIds) {
      for (const story of ['shop', 'account', 'payment'] as const) {
        const run = runOf(clusterScenario({ strategy, clients: [clients(scripts[story])] }), [], 'full');
        for (const step of run.steps) {
          if (step.kind !== 'message') continue;
          const reading = readMessage(step.message);
          if (reading.kind !== 'http') continue;
          for (const { name, note } of reading.headers) expect(note.kind, name).not.toBe('unknown');
        }
      }
    }
  });
});

describe('a token', () => {
  // RFC 7515 A.1 and RFC 7519 §3.1.
  const example =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

  it('can be read without a key', () => {
    const reading = readToken(example);
    expect(JSON.parse(reading?.payload ?? '')).toEqual({
      iss: 'joe',
      exp: 1_300_819_380,
      'http://example.com/is_root': true,
    });
    expect(reading?.algorithm).toBe('HS256');
    expect(reading?.signature).toBe('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk');
    expect(reading?.times).toMatchObject([{ claim: 'exp', unixSeconds: 1_300_819_380 }]);
  });

  it('is null for a text that is no token', () => {
    expect(readToken('let me in')).toBeUndefined();
  });
});
