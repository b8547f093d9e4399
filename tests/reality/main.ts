/**
 * `main.js [--write] [set or story…]`: tells the stories on real software and in the simulation, and compares both with
 * the claims. `--write` writes what came out into them instead, for a person to read before it is committed.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Balancer, clusterPlan } from '../../src/features/exporting/cluster/cluster-plan.ts';
import { ClaimTable } from './claim-table.ts';
import {
  type Claim,
  type ConnectionClaim,
  claimsFile,
  connectionClaimsFile,
  docsFile,
  docsOf,
} from './claims.ts';
import { connectionStories } from './connections/connection-stories.ts';
import { networkObstacle } from './connections/linux-network.ts';
import { realConnection } from './connections/real-connection.ts';
import { simulatedConnection } from './connections/simulated-connection.ts';
import { realOutcome } from './real.ts';
import { simulatedOutcome } from './simulated.ts';
import { stories } from './stories.ts';
import { balancersOf, type Story } from './story.ts';

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wanted = positionals.length === 0 ? ['quick'] : positionals;
const ids = [...stories, ...connectionStories].map(({ id }) => id);
const unknown = wanted.filter((each) => !['quick', 'full', 'tcp', ...ids].includes(each));
if (unknown.length > 0) {
  console.error(
    `There is no set and no story ${unknown.join(', ')}. The stories are:\n  ${ids.join('\n  ')}`,
  );
  process.exit(2);
}

const clusterClaims = new ClaimTable<Claim>(claimsFile, values.write, (story) => ({
  ...{ story, haproxy: null, nginx: null, simulation: '', because: '' },
}));
const connectionClaims = new ClaimTable<ConnectionClaim>(connectionClaimsFile, values.write, (story) => ({
  ...{ story, linux: '', simulation: '', because: '' },
}));
let skipped = 0;

await tellClusterStories(stories.filter(isWanted));
const connections = connectionStories.filter(({ id }) => wanted.includes('tcp') || wanted.includes(id));
if (connections.length > 0) await tellConnectionStories();

if (values.write) {
  clusterClaims.save(stories);
  connectionClaims.save(connectionStories);
  writeFileSync(docsFile, docsOf(clusterClaims.titled(stories), connectionClaims.titled(connectionStories)));
}
const [passed, failed] = [
  clusterClaims.passed + connectionClaims.passed,
  clusterClaims.failed + connectionClaims.failed,
];
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0) process.exitCode = 1;

function isWanted({ id, takesLonger = false }: Story): boolean {
  return wanted.includes(id) || wanted.includes('full') || (wanted.includes('quick') && !takesLonger);
}

async function tellClusterStories(told: readonly Story[]): Promise<void> {
  if (told.length === 0) return;
  const missing = (['haproxy', 'nginx', 'redis-server'] as const).filter((program) => !isInstalled(program));
  for (const program of missing) console.log(`Skipped: what needs ${program}, which isn’t installed.`);
  for (const story of told) {
    clusterClaims.compare(story.id, 'simulation', simulatedOutcome(story));
    for (const balancer of balancersOf(story)) {
      if (missing.includes(balancer) || (needsStore(story) && missing.includes('redis-server'))) {
        skipped += 1;
        continue;
      }
      clusterClaims.compare(story.id, balancer, await outcomeOrFailure(realOutcome(story, balancer)));
    }
  }
}

async function tellConnectionStories(): Promise<void> {
  const obstacle = networkObstacle();
  if (obstacle !== null) console.log(`Skipped: TCP and UDP on Linux, because ${obstacle}.`);
  for (const story of connections) {
    connectionClaims.compare(story.id, 'simulation', simulatedConnection(story));
    if (obstacle !== null) skipped += 1;
    // The programs of both machines are bundled beside this file.
    else
      connectionClaims.compare(story.id, 'linux', await outcomeOrFailure(realConnection(story, programs())));
  }
}

function programs(): string {
  return process.argv[1]?.replace(/[^/\\]*$/, '') ?? '.';
}

function outcomeOrFailure(outcome: Promise<string>): Promise<string> {
  return outcome.catch((error: unknown) => `failed: ${error}`);
}

function needsStore({ scenario }: Story): boolean {
  return clusterPlan(scenario).store !== null;
}

function isInstalled(program: Balancer | 'redis-server'): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}
