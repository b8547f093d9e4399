/** A balancer keeps sending a bound user to a pod that has ended. */
import { crash, logIn, me, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { balancerProfiles } from '../../simulation/balancer.ts';
import { LOAD_BALANCER } from '../../simulation/cluster.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  balancing: 'cookie',
  balancer: balancerProfiles.haproxy,
  servers: 2,
  clients: [clients([logIn, me, me, me], { think: { kind: 'fixed', us: SECOND_US / 2 } })],
});

export default incidentOf({
  id: 'drained-pod',
  order: 40,
  group: 'balancers',
  scenario,
  fixed: { ...scenario, balancer: balancerProfiles['haproxy-redispatch'] },
  // The pod is drained, and then it ends.
  commands: [
    {
      kind: 'instruct',
      nodes: [LOAD_BALANCER],
      instruction: { kind: 'set-server-state', server: 'server-1', state: 'drain' },
      moment: whenAnswered('client/1', SECOND_US / 10),
    },
    crash('server-1', whenAnswered('client/2', SECOND_US / 10)),
  ],
  decidesAt: { request: 'client/3', at: 'answered' },
  stack: { balancer: 'haproxy-ingress', server: 'Pod', store: 'Redis' },
  configuration: {
    file: 'haproxy.cfg',
    lines: [
      'backend app',
      { marked: '  option persist' },
      { before: '  no option redispatch', after: '  option redispatch' },
      '  cookie INGRESSCOOKIE insert indirect nocache',
    ],
  },
  reports: [
    {
      name: 'haproxy-ingress #334',
      url: 'https://github.com/jcmoraisjr/haproxy-ingress/pull/334',
      year: 2019,
    },
    { name: 'haproxy #2894', url: 'https://github.com/haproxy/haproxy/issues/2894', year: 2025 },
  ],
});
