/** A run's cluster as files that start: Compose, a load balancer, small Node servers, and a README with the exercise. */
import type { CommandPayload } from '../../../simulation/commands/commands.ts';
import type { ClusterScenario } from '../../../simulation/scenario.ts';
import type { Run } from '../../../trace/run.ts';
import { haproxyConfiguration, nginxConfiguration } from './balancer-files.ts';
import { type Balancer, clusterPlan, composeAddress, SERVER_PORT, serviceNames } from './cluster-plan.ts';
import type { ClusterText } from './cluster-text.ts';
import { composeFile } from './compose-file.ts';
import { exerciseOf } from './exercise.ts';
import { leftOutOf } from './left-out.ts';
import { readme } from './readme.ts';
import { type Files, serverFiles } from './server-files.ts';

/** Long enough for Compose to kill a container in between. */
const REPLY_DELAY_MS = 5_000;

export interface ClusterFilesOptions {
  readonly run: Pick<Run<ClusterScenario>, 'scenario' | 'events'>;
  readonly balancer: Balancer;
  readonly text: ClusterText;
  /** A command in a few words. */
  readonly nameOf: (payload: CommandPayload) => string;
  /** The strategy's name in the reader's language. */
  readonly strategyName: string;
}

export function clusterFiles({ run, balancer, text, nameOf, strategyName }: ClusterFilesOptions): Files {
  const { steps, hasFaultInFlight } = exerciseOf(run.events, serviceNames(clusterPlan(run.scenario)));
  const plan = clusterPlan(run.scenario, { replyDelayMs: hasFaultInFlight ? REPLY_DELAY_MS : 0 });
  const addresses = { addressOf: composeAddress };
  const balancerFile: Files =
    balancer === 'haproxy'
      ? { 'haproxy.cfg': haproxyConfiguration(plan, { listen: `*:${SERVER_PORT}`, ...addresses }) }
      : { 'nginx.conf': nginxConfiguration(plan, { listen: String(SERVER_PORT), ...addresses }) };
  const files = {
    'compose.yaml': composeFile(plan, balancer),
    ...balancerFile,
    ...serverFiles(plan.strategy),
  };
  return {
    'README.md': readme({
      text: text.readme,
      nameOf,
      files: Object.keys(files),
      strategyName,
      steps,
      leftOut: leftOutOf(run.scenario, plan),
    }),
    ...files,
  };
}
