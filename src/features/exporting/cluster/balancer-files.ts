/**
 * Configurations of load balancers. The options are those of the HAProxy configuration manual (§4.2 and §5.2) and of
 * nginx's ngx_http_upstream_module and ngx_http_proxy_module.
 */
import { AFFINITY_COOKIE } from '../../../simulation/actors/balancing.ts';
import { type AddressOf, type ClusterPlan, milliseconds, serverNames } from './cluster-plan.ts';

interface BalancerAddresses {
  /** Address and port to listen at, as the software spells it. */
  readonly listen: string;
  readonly addressOf: AddressOf;
}

export function haproxyConfiguration(plan: ClusterPlan, { listen, addressOf }: BalancerAddresses): string {
  const { balancing, timing, workers } = plan;
  const isByCookie = balancing.affinity === 'cookie';
  const check = `inter ${milliseconds(timing.healthIntervalUs)} fall ${timing.healthFailuresMax} rise 1`;
  const servers = serverNames(plan).map((name) => {
    const cookie = isByCookie ? ` cookie ${name}` : '';
    return `  server ${name} ${addressOf(name)} check${cookie}`;
  });
  return `${[
    'global',
    '  log stdout format raw local0 info',
    '',
    'defaults',
    '  mode http',
    '  log global',
    '  option httplog',
    '  timeout connect 1s',
    `  timeout client ${milliseconds(timing.clientTimeoutUs)}`,
    `  timeout server ${milliseconds(timing.serverTimeoutUs)}`,
    '  # A request that a server refused goes to another one at once.',
    '  retries 3',
    '  option redispatch 1',
    '',
    'frontend shop',
    `  bind ${listen}`,
    '  default_backend servers',
    '',
    'backend servers',
    `  balance ${haproxyPolicy(plan)}`,
    ...(isByCookie ? [`  cookie ${AFFINITY_COOKIE} insert indirect nocache`] : []),
    '  option httpchk GET /health',
    // "first" fills a server up to its limit of connections before it uses the next one.
    `  default-server ${check} maxconn ${workers}`,
    // Names of containers are looked up again, because a container can get another address.
    ...(addressOf('server-1').startsWith('server-') ? ['  default-server init-addr last,libc,none'] : []),
    ...servers,
  ].join('\n')}\n`;
}

function haproxyPolicy({ balancing }: ClusterPlan): string {
  if (balancing.affinity === 'source-address') return 'source';
  return { first: 'first', 'round-robin': 'roundrobin', 'least-connections': 'leastconn' }[
    balancing.newcomers
  ];
}

export function nginxConfiguration(plan: ClusterPlan, { listen, addressOf }: BalancerAddresses): string {
  const { balancing, timing } = plan;
  const policy = balancing.affinity === 'source-address' ? 'ip_hash;' : nginxPolicy(plan);
  return `${[
    'events {}',
    '',
    'http {',
    '  upstream servers {',
    ...(policy === '' ? [] : [`    ${policy}`]),
    ...serverNames(plan).map((name) => `    server ${addressOf(name)};`),
    '  }',
    '',
    '  server {',
    `    listen ${listen};`,
    '    location / {',
    '      proxy_pass http://servers;',
    '      proxy_http_version 1.1;',
    '      proxy_set_header Connection "";',
    '      proxy_connect_timeout 1s;',
    `      proxy_read_timeout ${milliseconds(timing.serverTimeoutUs)}ms;`,
    '    }',
    '  }',
    '}',
  ].join('\n')}\n`;
}

/** Round robin is the default, without a directive. */
function nginxPolicy({ balancing }: ClusterPlan): string {
  return balancing.newcomers === 'least-connections' ? 'least_conn;' : '';
}
