/** Two versions of the code read one store. */
import { logIn, me } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  balancing: 'round-robin',
  // In the middle of a rolling deployment.
  versions: [2, 1],
  clients: [clients([logIn, me, me])],
});

export default incidentOf({
  id: 'two-formats',
  order: 230,
  group: 'deploys',
  scenario,
  fixed: { ...scenario, versions: [2, 2] },
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'Kubernetes Service', server: 'Spring Boot', store: 'Redis' },
  configuration: {
    file: 'deployment.yaml',
    lines: [
      'kind: Deployment',
      'spec:',
      '  strategy:',
      { before: '    type: RollingUpdate', after: '    type: Recreate' },
    ],
  },
  reports: [
    {
      name: 'spring-security #9204',
      url: 'https://github.com/spring-projects/spring-security/issues/9204',
      year: 2020,
    },
    {
      name: 'spring-session #1924',
      url: 'https://github.com/spring-projects/spring-session/issues/1924',
      year: 2021,
    },
  ],
});
