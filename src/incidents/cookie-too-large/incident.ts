/** A session grows beyond what a cookie can hold. */
import { logIn, me } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'sealed-cookie',
  servers: 2,
  clients: [clients([{ kind: 'note', characters: 2_850 }, logIn, me])],
});

export default incidentOf({
  id: 'cookie-too-large',
  order: 140,
  group: 'keys',
  scenario,
  fixed: { ...scenario, strategy: 'shared-store' },
  decidesAt: { request: 'client/3', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'Rails', store: 'Redis' },
  configuration: {
    file: 'session_store.rb',
    lines: [
      'Rails.application.config.session_store(',
      { before: '  :cookie_store,', after: '  :redis_store, servers: ["redis://sessions:6379"],' },
      '  key: "_app_session"',
      ')',
    ],
  },
  reports: [
    { name: 'rails #54838', url: 'https://github.com/rails/rails/issues/54838', year: 2025 },
    { name: 'pomerium #211', url: 'https://github.com/pomerium/pomerium/issues/211', year: 2019 },
    { name: 'iron-session #375', url: 'https://github.com/vvo/iron-session/issues/375', year: 2021 },
  ],
});
