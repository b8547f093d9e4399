/** Tells a story on real software. */
import type { Balancer } from '../../src/features/exporting/cluster/cluster-plan.ts';
import { descriptorOf } from '../../src/simulation/strategies/strategies.ts';
import { pause, until } from './processes.ts';
import { RealCluster } from './real-cluster.ts';
import type { Fault, Outcome, Story } from './story.ts';
import { Visitor } from './visitor.ts';

export async function realOutcome(story: Story, balancer: Balancer): Promise<Outcome> {
  const cluster = await RealCluster.start(story.scenario, balancer);
  try {
    return await outcomeOn(cluster, story);
  } finally {
    await cluster.stop();
  }
}

async function outcomeOn(cluster: RealCluster, { scenario, steps, countsCharges }: Story): Promise<Outcome> {
  const carriesEverything = descriptorOf(scenario).clientCarries === 'everything-so-far';
  const visitor = new Visitor(cluster.port, carriesEverything);
  let thief: Visitor | undefined;
  let during: { readonly fault: Fault; readonly node: string } | null = null;
  const words: string[] = [];
  for (const step of steps) {
    switch (step.kind) {
      case 'fault':
        await cluster.give(step.fault, step.node);
        await cluster.noticed(step.node, step.fault === 'restart' || step.fault === 'thaw');
        break;
      case 'wait':
        await pause(step.us / 1_000);
        break;
      case 'server-state':
        await cluster.setServerState(step.server, step.state);
        break;
      case 'fault-unnoticed':
        await cluster.give(step.fault, step.node);
        break;
      case 'fault-during':
        during = step;
        break;
      case 'copy-credentials':
        thief = new Visitor(cluster.port, carriesEverything, visitor);
        break;
      case 'by-thief':
        words.push((await thief?.say(step.line)) ?? 'no thief');
        break;
      default: {
        const before = cluster.rows.length;
        const answer = visitor.say(step);
        if (during !== null) {
          const { fault, node } = during;
          during = null;
          if (step.kind === 'pay') await until('the charge', () => cluster.rows.length > before);
          else await pause(BEFORE_REPLY_MS);
          await cluster.give(fault, node);
        }
        words.push(await answer);
        // A login is a write, which is copied to the other servers.
        if (step.kind === 'log-in') await cluster.copied();
      }
    }
  }
  const charges = cluster.rows.filter(({ charge }) => charge !== undefined).length;
  return [...words, ...(countsCharges ? [`${charges} charged`] : [])].join(', ');
}

/** In stories with a delayed reply: after the server has got the request, and before it answers. */
const BEFORE_REPLY_MS = 150;
