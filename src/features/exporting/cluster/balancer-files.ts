/**
 * Configurations of load balancers. The options are those of the HAProxy configuration manual (§4.2 and §5.2) and of
 * nginx's ngx_http_upstream_module and ngx_http_proxy_module.
 */
import { AFFINITY_COOKIE } from '../../../simulation/actors/balancing.ts';
import { type AddressOf, type ClusterPlan, milliseconds, serverNames } from './cluster-plan.ts';

type Conduct = ClusterPlan['conduct'];

interface BalancerAddresses {
  /** Address and port to listen at, as the software spells it. */
  readonly listen: string;
  readonly addressOf: AddressOf;
}

export function haproxyConfiguration(plan: ClusterPlan, { listen, addressOf }: BalancerAddresses): string {
  const { balancing, conduct, timing, workers } = plan;
  const isByCookie = balancing.affinity === 'cookie';
  const check = `inter ${milliseconds(timing.healthIntervalUs)} fall ${timing.healthFailuresMax} rise 1`;
  const slowStart = conduct.slowStartUs === 0 ? '' : ` slowstart ${milliseconds(conduct.slowStartUs)}`;
  const servers = serverNames(plan).map((name) => {
    const cookie = isByCookie ? ` cookie ${name}` : '';
    return `  server ${name} ${addressOf(name)}${conduct.checksHealth ? ' check' : ''}${cookie}`;
  });
  const isNamed = namesContainers(addressOf);
  return `${[
    'global',
    '  log stdout format raw local0 info',
    '',
    'defaults',
    '  mode http',
    '  log global',
    '  option httplog',
    `  timeout connect ${milliseconds(conduct.connectTimeoutUs)}`,
    `  timeout client ${milliseconds(timing.clientTimeoutUs) + plan.replyDelayMs}`,
    `  timeout server ${milliseconds(timing.serverTimeoutUs) + plan.replyDelayMs}`,
    ...haproxyRetries(conduct),
    '',
    // A container that restarts can get another address, and HAProxy looks names up again only with a section of resolvers.
    ...(isNamed ? ['resolvers docker', '  parse-resolv-conf', '  hold valid 1s', ''] : []),
    'frontend shop',
    `  bind ${listen}`,
    ...(conduct.onServerReset === 'repeat-idempotent'
      ? ['  http-request disable-l7-retry if METH_POST']
      : []),
    '  default_backend servers',
    '',
    'backend servers',
    `  balance ${haproxyPolicy(plan)}`,
    ...(balancing.affinity === 'source-address' && conduct.addressHash === 'consistent'
      ? ['  hash-type consistent']
      : []),
    ...(isByCookie ? [`  cookie ${AFFINITY_COOKIE} insert indirect nocache`] : []),
    ...(conduct.checksHealth ? ['  option httpchk GET /health'] : []),
    // "first" fills a server up to its limit of connections before it uses the next one.
    `  default-server ${check} maxconn ${workers}${slowStart}`,
    ...(isNamed ? ['  default-server resolvers docker init-addr libc,none'] : []),
    ...servers,
  ].join('\n')}\n`;
}

/**
 * Under `repeat-idempotent` a request is sent again after its server has failed, but no POST (RFC 9110 §9.2.2). HAProxy
 * itself sends any request again that `retry-on` covers.
 */
function haproxyRetries({ onRefused, retriesMax, redispatches, onServerReset }: Conduct): string[] {
  const attempts = onRefused === 'give-up' ? 0 : retriesMax;
  const another = onRefused === 'other-server' ? 'option redispatch 1' : 'option redispatch';
  const goesElsewhere = onRefused === 'other-server' || (onRefused === 'same-server' && redispatches);
  return [
    `  retries ${attempts}`,
    goesElsewhere ? `  ${another}` : '  no option redispatch',
    ...(onServerReset === 'repeat-idempotent' ? ['  retry-on conn-failure empty-response'] : []),
  ];
}

function haproxyPolicy({ balancing }: ClusterPlan): string {
  if (balancing.affinity === 'source-address') return 'source';
  return { first: 'first', 'round-robin': 'roundrobin', 'least-connections': 'leastconn' }[
    balancing.newcomers
  ];
}

export function nginxConfiguration(plan: ClusterPlan, { listen, addressOf }: BalancerAddresses): string {
  const { balancing, conduct, timing } = plan;
  const { onRefused, onServerTimeout, failsMax, failTimeoutUs } = conduct;
  const marks = `max_fails=${failsMax} fail_timeout=${Math.max(1, Math.ceil(failTimeoutUs / 1_000_000))}s`;
  // nginx itself sends no POST again.
  const again = onServerTimeout === 'repeat-idempotent' ? 'error timeout' : 'error';
  const policy = balancing.affinity === 'source-address' ? 'ip_hash;' : nginxPolicy(plan);
  const isNamed = namesContainers(addressOf);
  return `${[
    'events {}',
    '',
    'http {',
    '  upstream servers {',
    ...(policy === '' ? [] : [`    ${policy}`]),
    // Without these, nginx looks names up once, when it starts. It can since 1.27.3 (ngx_http_upstream_module, resolve).
    ...(isNamed ? ['    zone servers 64k;', '    resolver 127.0.0.11 valid=1s;'] : []),
    ...serverNames(plan).map((name) => `    server ${addressOf(name)} ${marks}${isNamed ? ' resolve' : ''};`),
    '  }',
    '',
    '  server {',
    `    listen ${listen};`,
    '    location / {',
    '      proxy_pass http://servers;',
    '      proxy_http_version 1.1;',
    '      proxy_set_header Connection "";',
    `      proxy_next_upstream ${onRefused === 'give-up' ? 'off' : again};`,
    `      proxy_connect_timeout ${milliseconds(conduct.connectTimeoutUs)}ms;`,
    `      proxy_read_timeout ${milliseconds(timing.serverTimeoutUs) + plan.replyDelayMs}ms;`,
    '    }',
    '  }',
    '}',
  ].join('\n')}\n`;
}

/** In Compose, servers have names that Docker resolves. */
function namesContainers(addressOf: AddressOf): boolean {
  return addressOf('server-1').startsWith('server-');
}

/** Round robin is the default, without a directive. */
function nginxPolicy({ balancing }: ClusterPlan): string {
  return balancing.newcomers === 'least-connections' ? 'least_conn;' : '';
}
