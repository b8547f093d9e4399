/** Resource state: charges and orders in the database match what clients were told. */
import { type ClusterEvent, DATABASE } from '../../../src/simulation/cluster.ts';
import { type HttpRequest, headerOf, parseJsonObject } from '../../../src/simulation/protocols/http.ts';
import type { Checker, Report } from './checker.ts';

/** An idempotency key is charged once, however often its request is sent, and every confirmed charge exists. */
export function charges(report: Report): Checker {
  const byNumber = new Map<number, string | null>();
  const byKey = new Map<string, number>();
  return {
    see(event) {
      const charge = chargeIn(event);
      if (charge === undefined) return;
      const { chargeNumber, idempotencyKey } = charge;
      if (byNumber.has(chargeNumber)) report(`charge ${chargeNumber} is written twice`);
      byNumber.set(chargeNumber, idempotencyKey);
      if (idempotencyKey === null) return;
      if (byKey.has(idempotencyKey)) report(`${idempotencyKey} is charged twice`);
      byKey.set(idempotencyKey, chargeNumber);
    },
    served({ id, request, response }) {
      if (request.target !== '/pay' || response.status !== 200) return;
      const { charge } = parseJsonObject(response.body) ?? {};
      const key = headerOf(request, 'Idempotency-Key') ?? null;
      const isTrue = typeof charge === 'number' && byNumber.has(charge) && byNumber.get(charge) === key;
      if (!isTrue) report(`${id} is told of charge ${charge}, which belongs to another request`);
    },
  };
}

/** No charge without a request: at most one per payment that reached the database. */
export function chargesAskedFor(report: Report): Checker {
  let asked = 0;
  let charged = 0;
  return {
    see(event) {
      if (event.kind === 'message-delivered' && event.message.body.kind === 'charge-insert') asked += 1;
      if (chargeIn(event) === undefined) return;
      charged += 1;
      if (charged > asked) report(`charge ${charged} was never requested`);
    },
  };
}

/** A client that is told it has paid has a matching order in the database. */
export function orders(report: Report): Checker {
  const written = new Map<string, number>();
  return {
    see(event) {
      if (event.kind !== 'remembered' || event.node !== DATABASE || event.item.kind !== 'order') return;
      const { product, quantity, payment, totalWon } = event.item.order;
      const order = `${quantity} ${product} by ${payment}: ${totalWon}`;
      written.set(order, (written.get(order) ?? 0) + 1);
    },
    served({ id, request, response }) {
      if (!isShop(request) || response.status !== 200) return;
      const { paid, product, quantity, payment, totalWon } = parseJsonObject(response.body) ?? {};
      if (paid !== true) return;
      const order = `${quantity} ${product} by ${payment}: ${totalWon}`;
      const left = written.get(order) ?? 0;
      if (left === 0) report(`${id} is told of an order that is not in the database: ${order}`);
      written.set(order, left - 1);
    },
  };
}

function chargeIn(event: ClusterEvent) {
  if (event.kind !== 'remembered' || event.item.kind !== 'charge') return undefined;
  const { chargeNumber, charge } = event.item;
  return { chargeNumber, idempotencyKey: charge.idempotencyKey };
}

function isShop({ target }: HttpRequest): boolean {
  return target === '/shop';
}
