/** The claims: what each story comes to on each balancer and in the simulation, and why they differ where they do. */
import { join } from 'node:path';

export interface Claim {
  readonly story: string;
  /** Null where the balancer can't do it. */
  haproxy: string | null;
  nginx: string | null;
  simulation: string;
  /** Why the cells differ; empty where they're equal. */
  because: string;
}

export const claimsFile = join(import.meta.dirname, 'claims.json');

/** The page of the documentation that is generated from the claims. */
export const docsFile = join(import.meta.dirname, '../../docs/reality.md');

export interface TitledClaim extends Claim {
  readonly title: string;
}

export function docsOf(claims: readonly TitledClaim[]): string {
  const differing = claims.filter(({ because }) => because !== '');
  const rows = claims.map(
    ({ title, haproxy, nginx, simulation }) =>
      `| ${title} | ${simulation} | ${cell(haproxy)} | ${cell(nginx)} |`,
  );
  return `# Statescope and real software

Generated from \`tests/reality/claims.json\`; \`npm run reality\` checks both sides of it. The same stories are told in the
simulation, and on HAProxy, nginx, Redis and Node with the files that *Export* offers. "200 from server-1" is a status and
the server that answered; a status alone is the load balancer's own. A dash: the balancer can't do it, or the story isn't about
it.

${claims.length} stories. In ${claims.length - differing.length} of them real software and the simulation agree.

| story | simulation | HAProxy | nginx |
| --- | --- | --- | --- |
${rows.join('\n')}

## Differences

${differing.map(({ title, because }) => `- **${title}** ${because}`).join('\n')}

## How to run it

\`npm run reality\` takes about 90 seconds and needs no root. It needs HAProxy, nginx and Redis (on Debian:
\`apt-get install haproxy nginx redis-server\`), and says what it skips where one is missing.
`;
}

function cell(outcome: string | null): string {
  return outcome ?? '–';
}
