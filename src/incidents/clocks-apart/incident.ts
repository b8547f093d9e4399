/** Two clocks are apart, and a token is from the future. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  balancing: 'round-robin',
  // Server 1 is ahead.
  clockOffsetsUs: [2 * SECOND_US],
  clients: [clients([logIn, me, me], { think: { kind: 'fixed', us: SECOND_US / 2 } })],
});

export default incidentOf({
  id: 'clocks-apart',
  order: 150,
  group: 'keys',
  scenario,
  fixed: { ...scenario, tokens: { ...scenario.tokens, leewayUs: 60 * SECOND_US } },
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'Azure', server: 'Laravel' },
  configuration: {
    file: '.env',
    lines: ['JWT_TTL=60', { before: 'JWT_LEEWAY=0', after: 'JWT_LEEWAY=60' }],
  },
  reports: [
    { name: 'jwt-auth #1053', url: 'https://github.com/tymondesigns/jwt-auth/issues/1053', year: 2017 },
    {
      name: 'LexikJWTAuthenticationBundle #286',
      url: 'https://github.com/lexik/LexikJWTAuthenticationBundle/issues/286',
      year: 2016,
    },
  ],
});
