import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headerOf,
  httpRequest,
  isIdempotent,
  jsonResponse,
  serializeHttp,
  utf8Bytes,
} from '../../../src/simulation/protocols/http.ts';
import { bytesOnWire } from '../../../src/simulation/protocols/wire.ts';

/** Short and long, ASCII alone or not, and ill-formed Unicode: lone surrogates. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary-ascii', maxLength: 40 }),
  fc
    .tuple(fc.string({ unit: 'binary-ascii', maxLength: 40 }), fc.string({ unit: 'binary' }))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd800, max: 0xdfff })))
    .map((units) => String.fromCharCode(...units)),
);

describe('HTTP text (RFC 9112 §2.1: start line, header fields, empty line, body; lines end in CRLF)', () => {
  it('of a request without a body ends with the empty line', () => {
    expect(serializeHttp(httpRequest('GET', '/shop?product=laptop', []))).toBe(
      'GET /shop?product=laptop HTTP/1.1\r\nHost: shop.example\r\n\r\n',
    );
  });

  it('of a request with a body names its type and its length', () => {
    expect(serializeHttp(httpRequest('POST', '/shop', [['Cookie', 'sid=1f']], { quantity: 2 }))).toBe(
      'POST /shop HTTP/1.1\r\n' +
        'Host: shop.example\r\n' +
        'Cookie: sid=1f\r\n' +
        'Content-Type: application/json\r\n' +
        'Content-Length: 14\r\n' +
        '\r\n' +
        '{"quantity":2}',
    );
  });

  it('of a response starts with its status line', () => {
    expect(serializeHttp(jsonResponse(200, [['X-Served-By', 'server-1']], { paid: true }))).toBe(
      'HTTP/1.1 200 OK\r\n' +
        'X-Served-By: server-1\r\n' +
        'Content-Type: application/json\r\n' +
        'Content-Length: 13\r\n' +
        '\r\n' +
        '{"paid":true}',
    );
  });

  it.each([
    [200, 'OK'],
    [400, 'Bad Request'],
    [404, 'Not Found'],
    [422, 'Unprocessable Content'],
    [502, 'Bad Gateway'],
    [503, 'Service Unavailable'],
  ] as const)('gives %i the reason phrase of RFC 9110 §15, "%s"', (status, phrase) => {
    expect(serializeHttp(jsonResponse(status, [], {})).split('\r\n')[0]).toBe(`HTTP/1.1 ${status} ${phrase}`);
  });

  it('counts the length of a body in bytes, not in characters', () => {
    const response = jsonResponse(200, [], '노트북');
    expect(headerOf(response, 'Content-Length')).toBe('11');
  });

  it('is as long as its text in UTF-8', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const message = httpRequest('POST', `/shop?${text}`, [['Cookie', `note=${text}`]], { note: text });
        expect(bytesOnWire(message)).toBe(Buffer.byteLength(serializeHttp(message)));
        expect(headerOf(message, 'Content-Length')).toBe(String(Buffer.byteLength(message.body)));
      }),
    );
  });
});

describe('header fields', () => {
  it('are found in any case, the first of a name before the others (RFC 9110 §5.1)', () => {
    const request = httpRequest('GET', '/', [
      ['Via', '1.1 one'],
      ['VIA', '1.1 other'],
    ]);
    expect(headerOf(request, 'via')).toBe('1.1 one');
    expect(headerOf(request, 'Cookie')).toBeUndefined();
  });
});

describe('idempotence (RFC 9110 §9.2.2)', () => {
  it('is a property of GET but not of POST', () => {
    expect(isIdempotent(httpRequest('GET', '/shop', []))).toBe(true);
    expect(isIdempotent(httpRequest('POST', '/shop', [], {}))).toBe(false);
  });
});

describe('the UTF-8 length', () => {
  it('matches TextEncoder and Buffer for any text, lone surrogates included', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
        expect(utf8Bytes(text)).toBe(Buffer.byteLength(text, 'utf8'));
      }),
    );
  });

  it.each([
    ['', 0],
    ['\u007f', 1],
    ['\u0080', 2],
    ['\u07ff', 2],
    ['\u0800', 3],
    ['\uffff', 3],
    ['\u{10000}', 4],
    ['\u{10ffff}', 4],
    ['\ud800', 3],
    ['\udc00\ud800', 6],
    ['\ud83d\ud83d\ude00', 7],
  ])('of %j is %i (RFC 3629 §3)', (text, bytes) => {
    expect(utf8Bytes(text)).toBe(bytes);
  });
});
