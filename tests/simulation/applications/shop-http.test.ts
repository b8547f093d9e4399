import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Conversation,
  paymentMethods,
  productIds,
  shop,
  unitPricesWon,
} from '../../../src/simulation/applications/shop.ts';
import {
  type ReadRequest,
  readShopRequest,
  readShopResponse,
  shopReplyFields,
  shopRequest,
} from '../../../src/simulation/applications/shop-http.ts';
import { type HttpRequest, httpRequest, jsonResponse } from '../../../src/simulation/protocols/http.ts';
import { anyLine } from '../../support/arbitraries.ts';

function post(body: string, target = '/shop'): HttpRequest {
  return { kind: 'http-request', method: 'POST', target, headers: [], body };
}

function get(target: string): HttpRequest {
  return { kind: 'http-request', method: 'GET', target, headers: [], body: '' };
}

/** The status of a refusal, or what was said. */
function outcome(read: ReadRequest): number | Conversation {
  return read.kind === 'refused' ? read.status : read.said;
}

/** What the shop can be told, checked without its own checks. */
function isConversation(said: Record<string, unknown>): boolean {
  const { product, quantity, payment, ...rest } = said;
  return (
    Object.keys(rest).length === 0 &&
    (product === undefined || productIds.includes(product as never)) &&
    (payment === undefined || paymentMethods.includes(payment as never)) &&
    (quantity === undefined ||
      Array.from({ length: 99 }, (_, index) => index + 1).includes(quantity as never))
  );
}

describe("the shop's words as HTTP", () => {
  it('ask for a price with GET, and say anything else with POST', () => {
    expect(shopRequest({ product: 'laptop' }, [])).toMatchObject({
      method: 'GET',
      target: '/shop?product=laptop',
      body: '',
    });
    expect(shopRequest({ quantity: 2 }, [])).toMatchObject({ method: 'POST', body: '{"quantity":2}' });
    expect(shopRequest({ product: 'laptop', quantity: 2 }, [])).toMatchObject({ method: 'POST' });
  });

  it('are heard as they were said', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(readShopRequest(shopRequest(line, []))).toEqual({ kind: 'said', said: line });
      }),
    );
  });

  it('carry no more than the three things that can be said', () => {
    const claims = { product: 'laptop', quantity: 2, totalWon: 1, unitPriceWon: 1 } as const;
    expect(shopRequest(claims, []).body).toBe('{"product":"laptop","quantity":2}');
  });

  it('answer in codes and numbers', () => {
    const order = { product: 'laptop', quantity: 2, payment: 'card', totalWon: 2_000_000 } as const;
    expect(shopReplyFields({ kind: 'paid', order })).toEqual({ paid: true, ...order });
    const asks = shopReplyFields({ kind: 'incomplete', ask: ['product'], heard: { quantity: 2 } });
    expect(asks).toEqual({ error: 'incomplete', ask: ['product'], quantity: 2 });
  });
});

describe("the shop's answers as HTTP", () => {
  it('are read as they were meant', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (state, line) => {
        const { reply } = shop(state, line, (product) => unitPricesWon[product]);
        const status = reply.kind === 'incomplete' ? 409 : 200;
        expect(readShopResponse(jsonResponse(status, [], shopReplyFields(reply)))).toEqual(reply);
      }),
    );
  });

  it.each([404, 502, 503] as const)('are a problem when they are none: %i', (status) => {
    expect(readShopResponse(jsonResponse(status, [], { error: 'whatever' }))).toEqual({
      kind: 'problem',
      status,
    });
  });

  it('are read without throwing, whatever they are', () => {
    const field = fc.constantFrom(
      'product',
      'quantity',
      'payment',
      'ask',
      'totalWon',
      'unitPriceWon',
      'paid',
    );
    const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('laptop', 'card', 2));
    const body = fc.oneof(
      fc.string(),
      fc.dictionary(field, value).map((fields) => JSON.stringify(fields)),
    );
    fc.assert(
      fc.property(fc.constantFrom(200, 400, 409, 503), body, (status, text) => {
        const read = readShopResponse({ kind: 'http-response', status, headers: [], body: text });
        expect(['price', 'total', 'paid', 'incomplete', 'problem']).toContain(read.kind);
      }),
    );
  });
});

describe('a request that nobody can understand', () => {
  it.each(['/', '', '/shopping', '/shop/', '/shop/laptop', '/SHOP', '//shop', 'shop', '?product=laptop'])(
    'is answered with 404 when it is for %j',
    (target) => {
      expect(outcome(readShopRequest(get(target)))).toBe(404);
      expect(outcome(readShopRequest(post('{}', target)))).toBe(404);
    },
  );

  it.each([
    '',
    'laptop',
    '{',
    '{"product":"laptop"',
    "{'product':'laptop'}",
    'null',
    'true',
    '2',
    '1e999',
    '"laptop"',
    '[]',
    '["laptop"]',
    '[{"product":"laptop"}]',
  ])('is answered with 400 when its body, %s, is no JSON object', (body) => {
    expect(outcome(readShopRequest(post(body)))).toBe(400);
  });

  it.each([
    '{"product":"phone"}',
    '{"product":null}',
    '{"product":["laptop"]}',
    '{"product":{"product":"laptop"}}',
    '{"product":"toString"}',
    '{"product":"__proto__"}',
    '{"quantity":0}',
    '{"quantity":-1}',
    '{"quantity":1.5}',
    '{"quantity":100}',
    '{"quantity":"2"}',
    '{"quantity":1e21}',
    '{"quantity":1e999}',
    '{"quantity":[2]}',
    '{"quantity":null}',
    '{"quantity":true}',
    '{"payment":"cheque"}',
    '{"payment":0}',
  ])('is answered with 400 when it says %s', (body) => {
    expect(outcome(readShopRequest(post(body)))).toBe(400);
  });

  it.each([
    '/shop?product=phone',
    '/shop?product=',
    '/shop?product',
    '/shop?quantity=2',
    '/shop?product=%',
    '/shop?product=%E0%A4',
    '/shop?product=laptop&payment=none',
    '/shop?product=constructor',
  ])('is answered with 400 when it asks for %s', (target) => {
    expect(outcome(readShopRequest(get(target)))).toBe(400);
  });

  it.each(['/shop?product=laptop=2', '/shop?product=laptop?x'])(
    'is not cut down to one that can be understood: %s is 400 (RFC 3986 §3.4: a query may hold = and ?)',
    (target) => {
      expect(new URL(target, 'http://shop.example').searchParams.get('product')).not.toBe('laptop');
      expect(outcome(readShopRequest(get(target)))).toBe(400);
    },
  );

  it('never throws, and never yields anything but the words of the shop', () => {
    const word = fc.constantFrom(
      ...['product', 'quantity', 'payment', '__proto__', 'constructor', 'laptop', 'card', '=', '&', '?', '%'],
    );
    const query = fc.array(fc.oneof(word, fc.string())).map((parts) => `/shop?${parts.join('')}`);
    const field = fc.constantFrom('product', 'quantity', 'payment', '__proto__', 'constructor', 'x');
    const value = fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('laptop', 'card', 2, 1e300));
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json({ maxDepth: 2 }),
      fc.dictionary(field, value).map((fields) => JSON.stringify(fields)),
    );
    const request = fc.record<HttpRequest>({
      kind: fc.constant('http-request'),
      method: fc.constantFrom('GET', 'POST'),
      target: fc.oneof(fc.constant('/shop'), query, fc.string()),
      headers: fc.constant([]),
      body,
    });
    fc.assert(
      fc.property(request, (received) => {
        const read = readShopRequest(received);
        if (read.kind === 'refused') expect([400, 404]).toContain(read.status);
        else expect(isConversation({ ...read.said })).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a request that says more than it should', () => {
  it('is heard without prices and totals: they are never taken from the client', () => {
    const read = readShopRequest(post('{"product":"laptop","quantity":2,"unitPriceWon":1,"totalWon":2}'));
    expect(outcome(read)).toEqual({ product: 'laptop', quantity: 2 });
  });

  it('cannot reach the prototype of anything', () => {
    const read = readShopRequest(post('{"__proto__":{"product":"laptop"},"quantity":2}'));
    expect(outcome(read)).toEqual({ quantity: 2 });
    expect(outcome(readShopRequest(get('/shop?__proto__=laptop')))).toEqual({});
    expect('product' in {}).toBe(false);
  });

  it('is heard the same when it has passed a load balancer', () => {
    const request = httpRequest('POST', '/shop', [['Via', '1.1 load-balancer']], { quantity: 2 });
    expect(outcome(readShopRequest(request))).toEqual({ quantity: 2 });
  });
});
