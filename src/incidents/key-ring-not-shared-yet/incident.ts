/** A new key signs before the other servers have it. */
import { logIn, me, SECOND_US, visit, whenAnswered } from '../../lessons/moves.ts';
import { clients, clusterScenario } from '../../simulation/scenario.ts';
import { incidentOf } from '../incident.ts';

const scenario = clusterScenario({
  strategy: 'signed-token',
  balancing: 'round-robin',
  servers: 2,
  keys: { kind: 'in-store', refreshUs: 60 * SECOND_US },
  clients: [clients([visit, visit, logIn, me, me])],
});

export default incidentOf({
  id: 'key-ring-not-shared-yet',
  order: 120,
  group: 'keys',
  scenario,
  fixed: { ...scenario, keys: { kind: 'in-store', refreshUs: SECOND_US } },
  commands: [
    {
      kind: 'instruct',
      nodes: ['server-1'],
      instruction: { kind: 'rotate-key', kid: '2', keepsOld: true },
      moment: whenAnswered('client/2', SECOND_US),
    },
  ],
  decidesAt: { request: 'client/4', at: 'answered' },
  stack: { balancer: 'Load balancer', server: 'ASP.NET Core', store: 'Redis, key ring' },
  configuration: {
    file: 'keyring.ts',
    lines: [
      'const keys = await store.get("key-ring");',
      {
        before: 'sign(ticket, newest(keys));',
        after: 'sign(ticket, newest(keys, { olderThan: minutes(2) }));',
      },
      { before: 'refreshEvery(hours(24));', after: 'refreshEvery(minutes(1));' },
    ],
  },
  reports: [
    { name: 'aspnetcore #3514', url: 'https://github.com/dotnet/aspnetcore/issues/3514', year: 2018 },
    { name: 'aspnetcore #33071', url: 'https://github.com/dotnet/aspnetcore/issues/33071', year: 2021 },
  ],
});
