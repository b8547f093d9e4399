import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type HttpRequest,
  type HttpResponse,
  httpRequest,
  jsonResponse,
  serializeHttp,
} from '../../../src/simulation/protocols/http.ts';
import { readRequest, readResponse } from '../../../src/simulation/protocols/http-reader.ts';

const anyToken = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,8}$/).filter((name) => !/^content-/i.test(name));
const anyValue = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
const anyHeaders = fc.array(fc.tuple(anyToken, anyValue), { maxLength: 4 });
const anyJson = fc.record({ said: fc.string({ unit: 'grapheme' }) });
const anyRequest: fc.Arbitrary<HttpRequest> = fc
  .tuple(fc.stringMatching(/^\/[!-~]{0,20}$/), anyHeaders, fc.option(anyJson, { nil: undefined }))
  .map(([target, headers, value]) =>
    httpRequest(value === undefined ? 'GET' : 'POST', target, headers, value),
  );
const anyResponse: fc.Arbitrary<HttpResponse> = fc
  .tuple(fc.constantFrom(200 as const, 401 as const, 503 as const), anyHeaders, anyJson)
  .map(([status, headers, value]) => jsonResponse(status, headers, value));

describe('HTTP read from a stream', () => {
  it('gives back the messages that were written, in order', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 4 }), (requests) => {
        let text = requests.map(serializeHttp).join('');
        for (const request of requests) {
          const read = readRequest(text);
          expect(read).toMatchObject({ kind: 'message', message: request });
          text = read.kind === 'message' ? read.rest : '';
        }
        expect(text).toBe('');
      }),
    );
  });

  it('is incomplete until its last character arrives', () => {
    fc.assert(
      fc.property(anyResponse, (response) => {
        const text = serializeHttp(response);
        for (let length = 0; length < text.length; length += 1) {
          // Half a surrogate pair never arrives: characters travel whole.
          if (/[\ud800-\udbff]/.test(text[length - 1] ?? '')) continue;
          expect(readResponse(text.slice(0, length)).kind).toBe('incomplete');
        }
        expect(readResponse(text)).toEqual({ kind: 'message', message: response, rest: '' });
      }),
    );
  });

  it.each([
    'HELLO\r\n\r\n',
    'PUT / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    'GET / HTTP/1.1\r\nno colon\r\n\r\n',
    'GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
    'POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n커',
  ])("is malformed when it's %j", (text) => {
    expect(readRequest(text).kind).toBe('malformed');
  });

  it('is malformed with an unknown status', () => {
    expect(readResponse('HTTP/1.1 299 Fine\r\n\r\n').kind).toBe('malformed');
  });
});
