/** The cluster as a Compose file (compose-spec): load balancer, servers, and the session store where there is one. */
import type { Balancer, ClusterPlan } from './cluster-plan.ts';
import { composeAddress, milliseconds, SERVER_PORT, serverNames } from './cluster-plan.ts';

const images = { haproxy: 'haproxy:3.0-alpine', nginx: 'nginx:1.28-alpine', redis: 'redis:7-alpine' };

const mounts: Readonly<Record<Balancer, string>> = {
  haproxy: './haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro',
  nginx: './nginx.conf:/etc/nginx/nginx.conf:ro',
};

export function composeFile(plan: ClusterPlan, balancer: Balancer): string {
  const servers = serverNames(plan);
  const lines = [
    'name: statescope',
    '',
    'services:',
    '  load-balancer:',
    `    image: ${images[balancer]}`,
    '    ports: ["8080:8080"]',
    '    volumes:',
    `      - ${mounts[balancer]}`,
    `    depends_on: [${servers.join(', ')}]`,
    ...servers.flatMap((name) => [
      '',
      `  ${name}:`,
      '    build: ./server',
      '    environment:',
      ...Object.entries(serverEnvironment(plan, name)).map(([key, value]) => `      ${key}: "${value}"`),
      '    volumes:',
      '      - database:/database',
      ...(plan.store === null ? [] : ['    depends_on: [session-store]']),
    ]),
    ...storeServices(plan),
    '',
    'volumes:',
    '  database:',
  ];
  return `${lines.join('\n')}\n`;
}

/** Variables that `server.mjs` and its modules read. */
export function serverEnvironment(plan: ClusterPlan, name: string): Readonly<Record<string, string>> {
  const { sessions, tokens, replication, keepsCopies, store, keys, keepAlive, replyDelayMs } = plan;
  const peers = serverNames(plan).filter((each) => each !== name);
  return {
    NAME: name,
    PORT: String(SERVER_PORT),
    DATABASE: '/database/rows.jsonl',
    IDLE_MS: String(milliseconds(sessions.idleUs)),
    RENEWS_ID_AT_LOGIN: String(sessions.renewsIdAtLogin),
    TOKEN_LIFETIME_S: String(Math.max(1, Math.round(tokens.lifetimeUs / 1_000_000))),
    LEEWAY_S: String(Math.round(tokens.leewayUs / 1_000_000)),
    ...(replyDelayMs > 0 && { REPLY_DELAY_MS: String(replyDelayMs) }),
    ...(keepAlive.idleUs !== null && { KEEP_ALIVE_MS: String(milliseconds(keepAlive.idleUs)) }),
    ...(keys.kind === 'own' && {
      TOKEN_KEY: `the key of ${name}, for this exercise only`,
      SEAL_PASSWORD: `the password of ${name}, for this exercise only`,
    }),
    ...(keepsCopies && {
      PEERS: peers.map((each) => `http://${composeAddress(each)}`).join(','),
      COPY_DELAY_MS: String(milliseconds(replication.delayUs)),
    }),
    ...(store !== null && {
      REDIS_URL: `redis://${composeAddress('session-store')}`,
      STORE_CLIENT: store.client,
    }),
  };
}

function storeServices({ store }: ClusterPlan): string[] {
  if (store === null) return [];
  return [
    '',
    '  session-store:',
    `    image: ${images.redis}`,
    `    command: ${JSON.stringify(['redis-server', ...storeOptions(store)])}`,
    ...(store.replica === null
      ? []
      : [
          '',
          '  session-store-replica:',
          `    image: ${images.redis}`,
          '    command: ["redis-server", "--replicaof", "session-store", "6379"]',
          '    depends_on: [session-store]',
        ]),
  ];
}

/** Options of `redis-server`. */
export function storeOptions({ isPersistent }: NonNullable<ClusterPlan['store']>): string[] {
  return isPersistent
    ? ['--appendonly', 'yes', '--appendfsync', 'always']
    : ['--save', '', '--appendonly', 'no'];
}
