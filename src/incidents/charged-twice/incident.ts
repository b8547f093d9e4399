/** A payment is repeated after an answer that never came. */

import { crash, logInAsJun, whenArrived } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const paying = (hasIdempotencyKey: boolean) => [
  clients([logInAsJun, { kind: 'pay', amountWon: 50_000, hasIdempotencyKey }], { retries: 1 }),
];
const scenario = clusterScenario({ strategy: 'signed-token', servers: 2, clients: paying(false) });

export default incidentOf({
  id: 'charged-twice',
  order: 200,
  group: 'repeats',
  scenario,
  fixed: { ...scenario, clients: paying(true) },
  // The database has charged. The server dies before it replies.
  commands: [crash('server-1', whenArrived('client/2', 2_750))],
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'Web server', store: 'Stripe' },
  configuration: {
    file: 'payments.ts',
    lines: [
      'await stripe.paymentIntents.create(',
      '  { amount, currency: "krw", confirm: true },',
      { before: '  {},', after: '  { idempotencyKey: order.id },' },
      ');',
    ],
  },
  reports: [{ name: 'console #3449', url: 'https://github.com/akash-network/console/pull/3449', year: 2026 }],
});
