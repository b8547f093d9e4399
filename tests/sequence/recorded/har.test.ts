import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordedText } from '../../../src/locales/en/recorded-text.ts';
import { recordedText as korean } from '../../../src/locales/ko/recorded-text.ts';
import {
  CALLS_MAX,
  choiceAtFirst,
  chosenCalls,
  diagramOfCapture,
  kindsIn,
  labelOf,
  partiesIn,
} from '../../../src/sequence/recorded/capture-diagram.ts';
import { captureOf, type HarExchange, harOf, readAll } from '../../support/captures.ts';

const SHOP = 'https://shop.test';

/** The diagram's lines as texts: `>` goes to the host, `<` comes back, `*` is a note. */
function told(exchanges: readonly HarExchange[], showsValues = false, words = recordedText.words): string[] {
  const capture = captureOf(harOf(...exchanges));
  const { lines } = diagramOfCapture(capture, { ...choiceAtFirst(capture), showsValues }, words);
  return lines.map((line) => {
    if (line.kind === 'note') return `* ${line.text}`;
    if (line.kind !== 'message') return line.kind;
    const sign = line.from === line.to ? '@' : line.from === 'browser' ? '>' : '<';
    const number = line.number === null ? '' : `${line.number}. `;
    return `${sign}${line.head === 'cross' ? 'x' : ''} ${number}${line.text.replaceAll('\n', ' | ')}`;
  });
}

describe('the diagram of a HAR file', () => {
  it('shows who asked whom, the status, and the cookies that were set and sent', () => {
    expect(
      told([
        { url: `${SHOP}/`, type: 'document', set: ['sid=abc123; Path=/; HttpOnly', 'theme=dark'] },
        {
          url: `${SHOP}/api/cart?item=7&user=kim`,
          method: 'POST',
          cookie: 'theme=dark; sid=abc123',
          status: 401,
        },
      ]),
    ).toEqual([
      '> GET /',
      '< 200 OK | sets sid ①, theme ①',
      '> POST /api/cart?item=…&user=… | sends sid ①, theme ①',
      '< 401 Unauthorized',
    ]);
  });

  it('shows values when asked to', () => {
    const exchanges = [
      { url: `${SHOP}/a;jsessionid=9?q=x`, cookie: 'sid=abc123', request: { authorization: 'Bearer tok' } },
    ];
    expect(told(exchanges)[0]).toBe('> GET /a;jsessionid=…?q=… | sends sid ①, Bearer ①');
    expect(told(exchanges, true)[0]).toBe('> GET /a;jsessionid=9?q=x | sends sid=abc123, Bearer=tok');
  });

  it('contains no value of any cookie or token unless asked to', () => {
    const anySecret = fc.string({
      unit: fc.constantFrom(...'SECRET0123456789'),
      minLength: 8,
      maxLength: 60,
    });
    fc.assert(
      fc.property(anySecret, (secret) => {
        const capture = captureOf(
          harOf(
            {
              url: `${SHOP}/login?token=${secret}`,
              set: [`sid=${secret}; Path=/`],
              body: `{"access_token":"${secret}x"}`,
            },
            { url: `${SHOP}/a`, cookie: `sid=${secret}`, request: { Authorization: `Bearer ${secret}x` } },
            { url: `${SHOP}/a`, cookie: `sid=${secret}y`, request: { 'X-Api-Key': secret } },
            {
              url: `${SHOP}/out`,
              set: ['sid=; Max-Age=0'],
              status: 302,
              response: { redirectURL: `/x?t=${secret}` },
            },
          ),
        );
        const diagram = diagramOfCapture(capture, choiceAtFirst(capture), recordedText.words);
        expect(JSON.stringify(diagram)).not.toContain(secret);
      }),
    );
  });

  it('marks where a session ID or an affinity cookie changed, by either side', () => {
    expect(
      told([
        { url: `${SHOP}/`, set: ['JSESSIONID=one', 'SERVERID=s1', 'AWSALB=x'] },
        {
          url: `${SHOP}/a`,
          cookie: 'JSESSIONID=one; SERVERID=s1; AWSALB=x',
          set: ['SERVERID=s2', 'AWSALB=y'],
        },
        { url: `${SHOP}/b`, cookie: 'JSESSIONID=other; SERVERID=s2; AWSALB=y' },
      ]).filter((line) => line.startsWith('*')),
    ).toEqual([
      '* Affinity cookie changed: SERVERID ① → SERVERID ②',
      '* Session ID changed: JSESSIONID ① → JSESSIONID ②',
    ]);
  });

  it('marks what was deleted, has expired, wasn’t sent, or was rejected', () => {
    expect(
      told([
        { url: `${SHOP}/`, set: ['sid=a; Path=/', 'session=b; Max-Age=1; Path=/', 'x=1; Domain=evil.test'] },
        { url: `${SHOP}/a`, cookie: 'session=b' },
        { url: `${SHOP}/b`, at: 5_000, cookie: 'sid=a', set: ['sid=; Max-Age=0; Path=/'] },
      ]),
    ).toEqual([
      '> GET /',
      '< 200 OK | sets sid ①, session ①',
      '* Browsers reject x: its domain evil.test isn’t this host’s.',
      '> GET /a | sends session ①',
      '* sid ① isn’t sent this time.',
      '< 200 OK',
      '* session ① has expired.',
      '> GET /b | sends sid ①',
      '< 200 OK | sets sid deleted',
      '* The server deleted sid ①.',
    ]);
  });

  it('follows a token from the response that hands it out', () => {
    expect(
      told([
        { url: `${SHOP}/token`, method: 'POST', body: '{"access_token":"t1","expires_in":60}' },
        { url: `${SHOP}/me`, request: { Authorization: 'Bearer t1' } },
        { url: `${SHOP}/me`, request: { Authorization: 'Bearer t2' } },
        { url: `${SHOP}/me` },
      ]),
    ).toEqual([
      '> POST /token',
      '< 200 OK | sets access_token ①',
      '> GET /me | sends access_token ①',
      '< 200 OK',
      '> GET /me | sends Bearer ①',
      '* Token changed: access_token ① → Bearer ①',
      '< 200 OK',
      '> GET /me',
      '* Bearer ① isn’t sent this time.',
      '< 200 OK',
    ]);
  });

  it('numbers overlapping requests, and keeps the order of time', () => {
    expect(
      told([
        { url: `${SHOP}/slow`, at: 0, takes: 100 },
        { url: `${SHOP}/fast`, at: 10, takes: 20 },
      ]),
    ).toEqual(['> 1. GET /slow', '> 2. GET /fast', '< 2. 200 OK', '< 1. 200 OK']);
  });

  it('shows redirects, failures, and what came from a cache', () => {
    expect(
      told([
        { url: `${SHOP}/old`, status: 302, response: { redirectURL: '/new?x=1' } },
        { url: `${SHOP}/gone`, status: 0, response: { _error: 'net::ERR_CONNECTION_REFUSED' } },
        { url: `${SHOP}/silent`, status: 0, takes: -1 },
        { url: `${SHOP}/kept`, more: { _fromCache: 'disk' } },
        { url: `${SHOP}/same`, status: 304 },
      ]),
    ).toEqual([
      '> GET /old',
      '< 302 Found → /new?x=…',
      '>x GET /gone',
      '* There was no response: net::ERR_CONNECTION_REFUSED',
      '>x GET /silent',
      '* There was no response.',
      '@ GET /kept | from the disk cache',
      '> GET /same',
      '< 304',
    ]);
  });

  it('is worded in Korean', () => {
    expect(told([{ url: `${SHOP}/`, set: ['sid=1'] }], false, korean.words)).toEqual([
      '> GET /',
      '< 200 OK | 설정: sid ①',
    ]);
  });
});

describe('the choice of requests', () => {
  const images = Array.from({ length: 500 }, (_, index) => ({
    url: `https://cdn.test/${index}.png`,
    type: 'image',
  }));
  const apis = Array.from({ length: 9 }, (_, index) => ({ url: `https://api${index}.test/x` }));
  const capture = captureOf(harOf({ url: `${SHOP}/`, type: 'document' }, ...images, ...apis));

  it('leaves out images, and has the page’s host and the most frequent ones', () => {
    expect(kindsIn(capture)).toEqual([
      { kind: 'document', count: 1 },
      { kind: 'fetch', count: 9 },
      { kind: 'image', count: 500 },
    ]);
    const choice = choiceAtFirst(capture);
    expect(chosenCalls(capture, choice)).toHaveLength(6);
    expect([...choice.parties][0]).toBe('shop.test');
  });

  it('offers the hosts of the chosen kinds', () => {
    expect(
      partiesIn(capture, new Set(['image'])).map(({ participant, count }) => [participant.id, count]),
    ).toEqual([['cdn.test', 500]]);
  });

  it('draws a limited number of requests', () => {
    const many = captureOf(harOf(...Array.from({ length: CALLS_MAX + 5 }, () => ({ url: `${SHOP}/x` }))));
    const { lines } = diagramOfCapture(many, choiceAtFirst(many), recordedText.words);
    expect(lines).toHaveLength(2 * CALLS_MAX);
  });

  it('tells kinds without Chrome’s own types', () => {
    const plain = { more: { _resourceType: undefined } };
    const kindOf = (exchange: Partial<HarExchange>) =>
      captureOf(harOf({ url: `${SHOP}/`, ...plain, ...exchange })).calls[0]?.kind;
    const content = (mimeType: string) => ({ response: { content: { mimeType } } });
    expect(kindOf(content('text/html; charset=utf-8'))).toBe('document');
    expect(kindOf(content('image/webp'))).toBe('image');
    expect(kindOf({ request: { 'Sec-Fetch-Dest': 'empty' } })).toBe('fetch');
    expect(kindOf({ request: { 'X-Requested-With': 'XMLHttpRequest' }, ...content('text/html') })).toBe(
      'fetch',
    );
  });
});

describe('a file that isn’t a recording', () => {
  const problemOf = (text: string) => {
    const read = readAll(text);
    return 'problem' in read ? read.problem.kind : null;
  };

  it.each([
    ['', 'no-calls'],
    ['hello', 'not-json'],
    ['{"a": 1}', 'unknown-format'],
    ['[1, 2]', 'unknown-format'],
    ['{"log": {"entries": "none"}}', 'unknown-format'],
    ['{"log": {"entries": []}}', 'no-calls'],
    ['{"resourceSpans": []}', 'no-calls'],
    ['{"log": {"entries": [}', 'truncated'],
    ['{"log" = 1}', 'not-json'],
  ])('%j: %s', (text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });

  it('is called truncated wherever it ends', () => {
    const whole = harOf({ url: `${SHOP}/`, set: ['a=1'] });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: whole.length - 1 }), (length) => {
        expect(problemOf(whole.slice(0, length))).toBe('truncated');
      }),
    );
  });

  it('skips entries that can’t be read, and counts them', () => {
    const file = JSON.parse(harOf({ url: `${SHOP}/` }));
    file.log.entries.push(null, 'x', { startedDateTime: 'never' });
    expect(captureOf(JSON.stringify(file))).toMatchObject({ skipped: 3, calls: [{ to: 'shop.test' }] });
  });

  it('reads what it can of an entry: a status of digits, and headers beside bad ones', () => {
    const file = JSON.parse(
      harOf({ url: `${SHOP}/%EA%B2%BD%EB%A1%9C?%EC%A7%88%EC%9D%98=1`, cookie: 'sid=a' }),
    );
    const [entry] = file.log.entries;
    entry.response.status = '404';
    entry.request.headers.unshift({ name: ':path' }, null);
    const capture = captureOf(JSON.stringify(file));
    const { lines } = diagramOfCapture(capture, choiceAtFirst(capture), recordedText.words);
    const texts = lines.map((line) => ('text' in line ? line.text : ''));
    expect(texts[0]).toBe('GET /경로?질의=…\nsends sid ①');
    expect(texts[1]).toContain('404');
  });

  it('says that a sanitized file has no cookies', () => {
    expect(captureOf(harOf({ url: `${SHOP}/` })).hasCredentials).toBe(false);
    expect(captureOf(harOf({ url: `${SHOP}/`, cookie: 'a=1' })).hasCredentials).toBe(true);
  });
});

it('labels values by circled numbers', () => {
  expect([1, 20, 21, 35, 36, 50, 51].map(labelOf)).toEqual(['①', '⑳', '㉑', '㉟', '㊱', '㊿', '(51)']);
});
