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

/** The status of a refusal, or what the request means. */
function outcome(read: ReadRequest): number | Conversation {
  return read.kind === 'refused' ? read.status : read.said;
}

/** Checks what a request can tell the shop, independently of the shop's own checks. */
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

describe('shop requests as HTTP', () => {
  it('use GET to ask for a price, and POST for everything else', () => {
    expect(shopRequest({ product: 'laptop' }, [])).toMatchObject({
      method: 'GET',
      target: '/shop?product=laptop',
      body: '',
    });
    expect(shopRequest({ quantity: 2 }, [])).toMatchObject({ method: 'POST', body: '{"quantity":2}' });
    expect(shopRequest({ product: 'laptop', quantity: 2 }, [])).toMatchObject({ method: 'POST' });
  });

  it('are parsed to what was written', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(readShopRequest(shopRequest(line, []))).toEqual({ kind: 'said', said: line });
      }),
    );
  });

  it('carry only product, quantity and payment', () => {
    const claims = { product: 'laptop', quantity: 2, totalWon: 1, unitPriceWon: 1 } as const;
    expect(shopRequest(claims, []).body).toBe('{"product":"laptop","quantity":2}');
  });

  it('contain only codes and numbers', () => {
    const order = { product: 'laptop', quantity: 2, payment: 'card', totalWon: 2_000_000 } as const;
    expect(shopReplyFields({ kind: 'paid', order })).toEqual({ paid: true, ...order });
    const asks = shopReplyFields({ kind: 'incomplete', ask: ['product'], heard: { quantity: 2 } });
    expect(asks).toEqual({ error: 'incomplete', ask: ['product'], quantity: 2 });
  });
});

describe('shop responses as HTTP', () => {
  it('are parsed to what was written', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (state, line) => {
        const { reply } = shop(state, line, (product) => unitPricesWon[product]);
        const status = reply.kind === 'incomplete' ? 422 : 200;
        expect(readShopResponse(jsonResponse(status, [], shopReplyFields(reply)))).toEqual(reply);
      }),
    );
  });

  it.each([404, 502, 503] as const)("are a problem when the status isn't 200: %i", (status) => {
    expect(readShopResponse(jsonResponse(status, [], { error: 'whatever' }))).toEqual({
      kind: 'problem',
      status,
    });
  });

  it('are parsed without an exception for any content', () => {
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
      fc.property(fc.constantFrom(200, 400, 422, 503), body, (status, text) => {
        const read = readShopResponse({ kind: 'http-response', status, headers: [], body: text });
        expect(['price', 'total', 'paid', 'incomplete', 'problem']).toContain(read.kind);
      }),
    );
  });
});

describe('an invalid request', () => {
  it.each(['/', '', '/shopping', '/shop/', '/shop/laptop', '/SHOP', '//shop', 'shop', '?product=laptop'])(
    'gets a 404 when its target is %j',
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
  ])('gets a 400 when its body, %s, is no JSON object', (body) => {
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
  ])('gets a 400 when it contains %s', (body) => {
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
  ])('gets a 400 when its target is %s', (target) => {
    expect(outcome(readShopRequest(get(target)))).toBe(400);
  });

  it.each(['/shop?product=laptop=2', '/shop?product=laptop?x'])(
    "isn't reduced to a valid one: %s is a 400 (RFC 3986 §3.4: a query may contain = and ?)",
    (target) => {
      expect(new URL(target, 'http://shop.example').searchParams.get('product')).not.toBe('laptop');
      expect(outcome(readShopRequest(get(target)))).toBe(400);
    },
  );

  it("never throws, and never yields fields that the shop doesn't define", () => {
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

describe('a request with extra fields', () => {
  it('is parsed without prices and totals: they never come from the client', () => {
    const read = readShopRequest(post('{"product":"laptop","quantity":2,"unitPriceWon":1,"totalWon":2}'));
    expect(outcome(read)).toEqual({ product: 'laptop', quantity: 2 });
  });

  it("can't reach the prototype of any object", () => {
    const read = readShopRequest(post('{"__proto__":{"product":"laptop"},"quantity":2}'));
    expect(outcome(read)).toEqual({ quantity: 2 });
    expect(outcome(readShopRequest(get('/shop?__proto__=laptop')))).toEqual({});
    expect('product' in {}).toBe(false);
  });

  it('is parsed the same after it has passed a load balancer', () => {
    const request = httpRequest('POST', '/shop', [['Via', '1.1 load-balancer']], { quantity: 2 });
    expect(outcome(readShopRequest(request))).toEqual({ quantity: 2 });
  });
});
