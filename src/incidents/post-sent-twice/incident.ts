/** A client repeats a POST because its connection closed. */
import { crash, logInAsJun, whenArrived } from '../../lessons/moves.ts';
import { balancerProfiles } from '../../simulation/balancer.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const paying = (resendsOnReset: boolean) => [
  clients([logInAsJun, { kind: 'pay', amountWon: 50_000, hasIdempotencyKey: false }], { resendsOnReset }),
];
const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  balancer: balancerProfiles['haproxy-redispatch'],
  clients: paying(true),
});

export default incidentOf({
  id: 'post-sent-twice',
  order: 210,
  group: 'repeats',
  scenario,
  fixed: { ...scenario, clients: paying(false) },
  // The database has charged. The server dies before it replies, and the connection closes.
  commands: [crash('server-1', whenArrived('client/2', 2_750))],
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'HAProxy', server: 'Web server' },
  configuration: {
    file: 'client.ts',
    lines: [
      'connection.on("closed-without-response", (request) => {',
      { before: '  send(request);', after: '  if (isIdempotent(request.method)) send(request);' },
      '});',
    ],
  },
  reports: [
    { name: 'httpclient #142', url: 'https://github.com/nahi/httpclient/issues/142', year: 2013 },
    { name: 'bun #28708', url: 'https://github.com/oven-sh/bun/pull/28708', year: 2026 },
  ],
});
