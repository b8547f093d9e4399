/** A session is read where it hasn’t arrived. */
import { logIn, me, SECOND_US } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'shared-store',
  servers: 2,
  clients: [clients([logIn, me, me], { think: { kind: 'fixed', us: SECOND_US / 5 } })],
  store: { replica: { readsFrom: 'replica' } },
});
const fixed = clusterScenario({ ...scenario, store: { replica: { readsFrom: 'primary' } } });

export default incidentOf({
  id: 'reads-from-replica',
  order: 80,
  group: 'stores',
  scenario,
  fixed: { ...scenario, store: fixed.store },
  decidesAt: { request: 'client/2', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'Laravel', store: 'MySQL, replica' },
  configuration: {
    file: 'config/session.php',
    lines: [
      "// 'mysql' reads from the replica and writes to the primary",
      "'driver' => 'database',",
      { before: "'connection' => 'mysql',", after: "'connection' => 'mysql_primary'," },
    ],
  },
  reports: [
    { name: 'laravel #22164', url: 'https://github.com/laravel/framework/issues/22164', year: 2017 },
    { name: 'predis #383', url: 'https://github.com/predis/predis/issues/383', year: 2016 },
    { name: 'craftcms #15480', url: 'https://github.com/craftcms/cms/issues/15480', year: 2024 },
  ],
});
