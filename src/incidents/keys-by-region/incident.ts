/** Each site has a key of its own. */
import { crash, logIn, me, SECOND_US, whenAnswered } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  servers: 2,
  keys: { kind: 'own' },
  clients: [clients([logIn, me, me])],
});

export default incidentOf({
  id: 'keys-by-region',
  order: 130,
  group: 'keys',
  scenario,
  fixed: { ...scenario, keys: { kind: 'shared' } },
  // The first region fails, and the second one takes over.
  commands: [crash('server-1', whenAnswered('client/2', SECOND_US))],
  decidesAt: { request: 'client/3', at: 'answered' },
  stack: { balancer: 'Global balancer', server: 'Region' },
  configuration: {
    file: 'secrets.yml',
    lines: [
      'production:',
      {
        before: '  secret_key_base: <%= SecureRandom.hex(64) %>',
        after: '  secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>',
      },
    ],
  },
  reports: [
    { name: 'api.data.gov #437', url: 'https://github.com/GSA/api.data.gov/issues/437', year: 2018 },
    { name: 'Octopus Deploy #2008', url: 'https://github.com/OctopusDeploy/Issues/issues/2008', year: 2015 },
    { name: 'kms #663', url: 'https://github.com/Cosmian/kms/issues/663', year: 2025 },
  ],
});
