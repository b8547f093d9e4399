/**
 * `main.js [--write] [story…]`: tells the stories on real software and in the simulation, and compares both with
 * `claims.json`. `--write` writes what came out into the file instead, for a person to read before it is committed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Balancer, clusterPlan } from '../../src/features/exporting/cluster/cluster-plan.ts';
import { type Claim, claimsFile, docsFile, docsOf } from './claims.ts';
import { realOutcome } from './real.ts';
import { simulatedOutcome } from './simulated.ts';
import { stories } from './stories.ts';
import { balancersOf } from './story.ts';

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const claims: Claim[] = JSON.parse(readFileSync(claimsFile, 'utf8'));
const missing = (['haproxy', 'nginx', 'redis-server'] as const).filter((program) => !isInstalled(program));
for (const program of missing) console.log(`Skipped: what needs ${program}, which isn’t installed.`);

let [passed, failed, skipped] = [0, 0, 0];
for (const story of stories) {
  if (positionals.length > 0 && !positionals.includes(story.id)) continue;
  const claim = claims.find(({ story: id }) => id === story.id);
  compare(story.id, 'simulation', claim?.simulation ?? null, simulatedOutcome(story));
  for (const balancer of balancersOf(story)) {
    if (missing.includes(balancer) || (needsStore(story.scenario) && missing.includes('redis-server'))) {
      skipped += 1;
      continue;
    }
    const outcome = await realOutcome(story, balancer).catch((error: unknown) => `failed: ${error}`);
    compare(story.id, balancer, claim?.[balancer] ?? null, outcome);
  }
}
if (values.write) {
  const order = stories.map(({ id }) => id);
  claims.sort((one, other) => order.indexOf(one.story) - order.indexOf(other.story));
  writeFileSync(claimsFile, `${JSON.stringify(claims, null, 2)}\n`);
  writeFileSync(docsFile, docsOf(claims.map((claim) => ({ ...claim, title: titleOf(claim.story) }))));
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0) process.exitCode = 1;

function compare(id: string, cell: 'simulation' | Balancer, claimed: string | null, outcome: string): void {
  if (claimed === outcome) {
    passed += 1;
    console.log(`  ok   ${id}, ${cell}: ${outcome}`);
    return;
  }
  if (values.write) {
    let claim = claims.find(({ story }) => story === id);
    if (claim === undefined) {
      claim = { story: id, haproxy: null, nginx: null, simulation: '', because: '' };
      claims.push(claim);
    }
    claim[cell] = outcome;
    console.log(`  new  ${id}, ${cell}: ${outcome}`);
    return;
  }
  failed += 1;
  console.log(`  FAIL ${id}, ${cell}: ${outcome}\n       claimed: ${claimed}`);
}

function titleOf(id: string): string {
  return stories.find((story) => story.id === id)?.title ?? id;
}

function needsStore(scenario: Parameters<typeof clusterPlan>[0]): boolean {
  return clusterPlan(scenario).store !== null;
}

function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}
