/** The claims: what each story comes to on each balancer and in the simulation, and why they differ where they do. */
import { join } from 'node:path';

export interface Claim {
  readonly story: string;
  /** Null where the balancer can't do it. */
  readonly haproxy: string | null;
  readonly nginx: string | null;
  readonly simulation: string;
  /** Why the cells differ; empty where they're equal. */
  readonly because: string;
}

/** What a story of a connection comes to on Linux and in the simulation. */
export interface ConnectionClaim {
  readonly story: string;
  readonly linux: string;
  readonly simulation: string;
  /** Why the cells differ; empty where they're equal. */
  readonly because: string;
}

export const claimsFile = join(import.meta.dirname, 'claims.json');
export const connectionClaimsFile = join(import.meta.dirname, 'connections/connection-claims.json');

/** The page of the documentation that is generated from the claims. */
export const docsFile = join(import.meta.dirname, '../../docs/reality.md');

interface Titled {
  readonly title: string;
}

export function docsOf(
  claims: readonly (Claim & Titled)[],
  connectionClaims: readonly (ConnectionClaim & Titled)[],
): string {
  const stories = claims.length + connectionClaims.length;
  const differing = [...claims, ...connectionClaims].filter(({ because }) => because !== '');
  const rows = claims.map(
    ({ title, haproxy, nginx, simulation }) =>
      `| ${title} | ${simulation} | ${cell(haproxy)} | ${cell(nginx)} |`,
  );
  const connectionRows = connectionClaims.map(
    ({ title, linux, simulation }) => `| ${title} | ${simulation} | ${linux} |`,
  );
  return `# Statescope and real software

Generated from the claims in \`tests/reality\`; \`npm run reality\` checks both sides of them.
${stories} stories. In ${stories - differing.length} of them real software and the simulation agree.

## Clusters

The same stories are told in the simulation, and on HAProxy, nginx, Redis and Node with the files that *Export* offers.
"200 from server-1" is a status and the server that answered; a status alone is the load balancer's own. A dash: the
balancer can't do it, or the story isn't about it.

| story | simulation | HAProxy | nginx |
| --- | --- | --- | --- |
${rows.join('\n')}

## Connections

Stories of a client and a server over TCP and UDP, in the simulation and on Linux. Each cell is what the client's program was
told about its lines, in their order. The program gives up a line after six seconds.

| story | simulation | Linux |
| --- | --- | --- |
${connectionRows.join('\n')}

## Differences

${differing.map(({ title, because }) => `- **${title}** ${because}`).join('\n')}

## How to run it

\`npm run reality\` takes about 90 seconds and needs no root. It needs HAProxy, nginx and Redis (on Debian:
\`apt-get install haproxy nginx redis-server\`), and says what it skips where one is missing. \`npm run reality -- full\` also tells
the stories that take longer. \`npm run reality -- tcp\` tells those of connections: it needs root and the program \`ip\` (Debian:
\`iproute2\`), because each machine is a network namespace of Linux.
`;
}

function cell(outcome: string | null): string {
  return outcome ?? '–';
}
