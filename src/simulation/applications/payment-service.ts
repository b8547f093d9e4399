/** Payments on a server. The client's idempotency key decides whether a repeated request charges again. */
import { andThen, ask, done } from '../actors/flow.ts';
import { DATABASE } from '../cluster.ts';
import { headerOf, parseJsonObject } from '../protocols/http.ts';
import { type Application, databaseUnavailable, decide } from './decision.ts';
import { AMOUNT_WON_MAX } from './payment.ts';

export const IDEMPOTENCY_KEY = 'Idempotency-Key';

export const pay: Application = (request, _, context) => {
  const { amountWon } = parseJsonObject(request.body) ?? {};
  if (!isAmount(amountWon)) return done(decide(400, { error: 'invalid', field: 'amountWon' }));
  const idempotencyKey = headerOf(request, IDEMPOTENCY_KEY) ?? null;
  const asked = ask(DATABASE, { kind: 'charge-insert', charge: { amountWon, idempotencyKey } });
  return andThen(asked, context, (answer) => {
    if (answer.kind === 'failed' || answer.body.kind !== 'charge-row') return done(databaseUnavailable());
    const { chargeNumber, amountWon: chargedWon, isFirst } = answer.body;
    return done(decide(200, { charge: chargeNumber, amountWon: chargedWon, isFirst }));
  });
};

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= AMOUNT_WON_MAX;
}
