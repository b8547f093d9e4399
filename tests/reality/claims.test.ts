/** The simulation's side of the claims, and their documentation. `npm run reality` checks the other side. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Claim,
  type ConnectionClaim,
  claimsFile,
  connectionClaimsFile,
  docsFile,
  docsOf,
} from './claims.ts';
import { connectionStories } from './connections/connection-stories.ts';
import { simulatedConnection } from './connections/simulated-connection.ts';
import { simulatedOutcome } from './simulated.ts';
import { stories } from './stories.ts';
import { balancersOf } from './story.ts';

const claims: Claim[] = JSON.parse(readFileSync(claimsFile, 'utf8'));
const connectionClaims: ConnectionClaim[] = JSON.parse(readFileSync(connectionClaimsFile, 'utf8'));

function claimOf(id: string): Claim {
  const claim = claims.find(({ story }) => story === id);
  if (claim === undefined) throw new Error(`There is no claim for ${id}.`);
  return claim;
}

function connectionClaimOf(id: string): ConnectionClaim {
  const claim = connectionClaims.find(({ story }) => story === id);
  if (claim === undefined) throw new Error(`There is no claim for ${id}.`);
  return claim;
}

test('there is one claim for each story', () => {
  expect(claims.map(({ story }) => story)).toEqual(stories.map(({ id }) => id));
});

test.each(stories)('the simulation is as claimed: $id', (story) => {
  expect(simulatedOutcome(story)).toBe(claimOf(story.id).simulation);
});

test.each(stories)('the claim covers every balancer that can do it: $id', (story) => {
  const { haproxy, nginx } = claimOf(story.id);
  const covered = [...(haproxy === null ? [] : ['haproxy']), ...(nginx === null ? [] : ['nginx'])];
  expect(covered).toEqual(balancersOf(story));
});

test.each(stories)('a reason is given exactly where the cells differ: $id', (story) => {
  const { haproxy, nginx, simulation, because } = claimOf(story.id);
  const differs = [haproxy, nginx].some((each) => each !== null && each !== simulation);
  expect(because !== '').toBe(differs);
});

describe('connections', () => {
  test('there is one claim for each story', () => {
    expect(connectionClaims.map(({ story }) => story)).toEqual(connectionStories.map(({ id }) => id));
  });

  test.each(connectionStories)('the simulation is as claimed: $id', (story) => {
    expect(simulatedConnection(story)).toBe(connectionClaimOf(story.id).simulation);
  });

  test.each(connectionStories)('a reason is given exactly where the cells differ: $id', ({ id }) => {
    const { linux, simulation, because } = connectionClaimOf(id);
    expect(because !== '').toBe(linux !== simulation);
  });
});

test('the documentation is the one that the claims make', () => {
  const titled = stories.map(({ id, title }) => ({ ...claimOf(id), title }));
  const titledConnections = connectionStories.map(({ id, title }) => ({ ...connectionClaimOf(id), title }));
  expect(readFileSync(docsFile, 'utf8')).toBe(docsOf(titled, titledConnections));
});
