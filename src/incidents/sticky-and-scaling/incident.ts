/** A hash sends bound users elsewhere when a server is added. */

import { logIn, me, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'server-memory',
  balancing: 'source-address',
  servers: 1,
  clients: [clients([logIn, me, me], { count: 4, arrivesWithinUs: SECOND_US })],
});

export default incidentOf({
  id: 'sticky-and-scaling',
  order: 30,
  group: 'balancers',
  scenario,
  fixed: { ...scenario, balancing: 'cookie' },
  commands: [{ kind: 'add', node: 'server-2', moment: whenAnswered('client/1', 2 * SECOND_US) }],
  decidesAt: { request: 'client-3/2', at: 'answered' },
  stack: { balancer: 'ingress-nginx', server: 'Pod' },
  configuration: {
    file: 'ingress.yaml',
    lines: [
      'metadata:',
      '  annotations:',
      '    nginx.ingress.kubernetes.io/affinity: cookie',
      {
        before: '    nginx.ingress.kubernetes.io/affinity-mode: balanced',
        after: '    nginx.ingress.kubernetes.io/affinity-mode: persistent',
      },
    ],
  },
  reports: [
    {
      name: 'ingress-nginx #4475',
      url: 'https://github.com/kubernetes/ingress-nginx/issues/4475',
      year: 2019,
    },
    {
      name: 'ingress-nginx #3384',
      url: 'https://github.com/kubernetes/ingress-nginx/issues/3384',
      year: 2018,
    },
  ],
});
