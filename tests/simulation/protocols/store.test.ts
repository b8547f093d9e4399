/** The examples of redis.io's RESP specification, and messages of servers and stores, parsed by an independent reader. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEVER_US, type StoreEntry } from '../../../src/simulation/protocols/store.ts';
import { bytesOnWire, serialize } from '../../../src/simulation/protocols/wire.ts';
import { readResp } from '../../support/resp.ts';

const set = { kind: 'store-command', name: 'SET', key: 'k', value: 'v', ttlSeconds: 121 } as const;

/** The run starts on 2 March 2026, 00:00:00 UTC. */
const BEGAN_MS = Date.UTC(2026, 2, 2);

describe('a command', () => {
  it('is an array of bulk strings', () => {
    expect(serialize({ kind: 'store-command', name: 'GET', key: 'session:ab' })).toBe(
      '*2\r\n$3\r\nGET\r\n$10\r\nsession:ab\r\n',
    );
    expect(serialize({ kind: 'store-command', name: 'DEL', key: 'k' })).toBe(
      '*2\r\n$3\r\nDEL\r\n$1\r\nk\r\n',
    );
  });

  it('sets a value with a TTL in seconds, and with XX only over an existing value', () => {
    expect(readResp(serialize({ ...set, onlyIfExists: false }))).toEqual([['SET', 'k', 'v', 'EX', '121']]);
    expect(readResp(serialize({ ...set, onlyIfExists: true }))).toEqual([
      ['SET', 'k', 'v', 'EX', '121', 'XX'],
    ]);
  });

  it('counts bytes, not characters', () => {
    const text = serialize({ ...set, value: '노트북', onlyIfExists: false });
    expect(text).toContain('$9\r\n노트북\r\n');
  });

  it('is copied with the expiry time of its key', () => {
    const write = { name: 'SET', key: 'k', value: 'v', expiresAtUs: 1_500_000 } as const;
    expect(readResp(serialize({ kind: 'store-copy', write, offset: 1 }))).toEqual([
      ['SET', 'k', 'v', 'PXAT', String(BEGAN_MS + 1_500)],
    ]);
  });
});

describe('a store’s message to its peer', () => {
  it.each([
    [{ kind: 'store-copy', write: { name: 'DEL', key: 'k' }, offset: 1 }, ['DEL', 'k']],
    [{ kind: 'store-copy', write: { name: 'FLUSHALL' }, offset: 1 }, ['FLUSHALL']],
    [
      { kind: 'store-copy', write: { name: 'SET', key: 'k', value: 'v', expiresAtUs: NEVER_US }, offset: 1 },
      ['SET', 'k', 'v'],
    ],
    [{ kind: 'store-ping' }, ['PING']],
    [{ kind: 'store-sync' }, ['SYNC']],
  ] as const)('%j is a command of Redis', (message, words) => {
    expect(readResp(serialize(message as Parameters<typeof serialize>[0]))).toEqual([words]);
  });

  it('makes a former primary a replica of the new one', () => {
    const demotion = { kind: 'store-demotion', primary: 'session-store-replica' };
    expect(readResp(serialize(demotion as Parameters<typeof serialize>[0]))).toEqual([
      ['REPLICAOF', 'session-store-replica', '6379'],
    ]);
  });
});

describe('a conditional write', () => {
  it('is IFEQ with the value that it replaces, NX for a new key, XX for one that exists, before any other', () => {
    const words = (changes: object) =>
      readResp(serialize({ ...set, ttlSeconds: null, onlyIfExists: false, ...changes }));
    expect(words({})).toEqual([['SET', 'k', 'v']]);
    expect(words({ onlyIfExists: true })).toEqual([['SET', 'k', 'v', 'XX']]);
    expect(words({ onlyIfAbsent: true })).toEqual([['SET', 'k', 'v', 'NX']]);
    expect(words({ onlyIfEqual: 'u' })).toEqual([['SET', 'k', 'v', 'IFEQ', 'u']]);
    expect(readResp(serialize({ kind: 'store-command', name: 'DELEX', key: 'k', onlyIfEqual: 'u' }))).toEqual(
      [['DELEX', 'k', 'IFEQ', 'u']],
    );
  });
});

describe('a reply', () => {
  it('follows the specification', () => {
    expect(serialize({ kind: 'store-reply', reply: 'ok' })).toBe('+OK\r\n');
    expect(serialize({ kind: 'store-reply', reply: 'pong', offset: 7 })).toBe('+PONG\r\n');
    expect(serialize({ kind: 'store-reply', reply: 'value', value: 'hello' })).toBe('$5\r\nhello\r\n');
    expect(serialize({ kind: 'store-reply', reply: 'value', value: '' })).toBe('$0\r\n\r\n');
    expect(serialize({ kind: 'store-reply', reply: 'value', value: null })).toBe('$-1\r\n');
    expect(serialize({ kind: 'store-reply', reply: 'count', count: 1 })).toBe(':1\r\n');
    expect(serialize({ kind: 'store-reply', reply: 'error', code: 'READONLY' })).toBe(
      "-READONLY You can't write against a read only replica.\r\n",
    );
  });

  it('with a dump is a bulk string of commands that restores all entries', () => {
    const entries = [
      { key: 'a', value: '하나', expiresAtUs: 1_000 },
      { key: 'b', value: '', expiresAtUs: 2_000 },
    ];
    const text = serialize({ kind: 'store-reply', reply: 'dump', entries, offset: 7 });
    const [, length, commands = ''] = /^\$(\d+)\r\n(.*)$/s.exec(text) ?? [];
    expect(Number(length)).toBe(Buffer.byteLength(commands));
    expect(readResp(commands)).toEqual([
      ['SET', 'a', '하나', 'PXAT', String(BEGAN_MS + 1)],
      ['SET', 'b', '', 'PXAT', String(BEGAN_MS + 2)],
    ]);
  });
});

describe('any message', () => {
  const anyText = fc.string({ unit: 'binary' });
  const anyEntry: fc.Arbitrary<StoreEntry> = fc.record({
    key: anyText,
    value: anyText,
    expiresAtUs: fc.nat(1_000_000).map((milliseconds) => milliseconds * 1_000),
  });

  it('survives a round trip for any key and value, line ends included', () => {
    fc.assert(
      fc.property(anyEntry, ({ key, value }) => {
        const command = { ...set, key, value, onlyIfExists: false };
        expect(readResp(serialize(command))).toEqual([['SET', key, value, 'EX', '121']]);
        expect(readResp(serialize({ kind: 'store-reply', reply: 'value', value }))).toEqual([value]);
      }),
    );
  });

  it('has as many bytes as its text', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 3 }), (entries) => {
        const dump = { kind: 'store-reply', reply: 'dump', entries, offset: 7 } as const;
        expect(bytesOnWire(dump)).toBe(Buffer.byteLength(serialize(dump)));
      }),
    );
  });
});
