/** Tells a story of a connection on Linux. */
import type { TransportLine } from '../../../src/simulation/applications/transport-line.ts';
import type { Outcome } from '../../../src/simulation/kernel/actor.ts';
import { pause } from '../processes.ts';
import { type ConnectionStory, isLine, outcomeOfLines } from './connection-story.ts';
import { LinuxNetwork } from './linux-network.ts';

/** Long enough for segments of the machines to arrive, and for programs to notice them. */
const NOTICED_MS = 500;

/** @param folder Where the programs `service.js` and `talker.js` are. */
export async function realConnection(story: ConnectionStory, folder: string): Promise<string> {
  const network = await LinuxNetwork.start(folder);
  try {
    return outcomeOfLines(await linesOn(network, story));
  } finally {
    network.stop();
  }
}

async function linesOn(network: LinuxNetwork, { transport, steps }: ConnectionStory) {
  const lines: [TransportLine, Outcome][] = [];
  let during: Promise<void> | null = null;
  for (const step of steps) {
    if (step.kind === 'fault') {
      await network.give(step.fault);
      await pause(NOTICED_MS);
    } else if (step.kind === 'fault-during') {
      during = pause(step.afterMs).then(() => network.give(step.fault));
    } else if (isLine(step)) {
      lines.push([step, (await network.say(transport, step)) as Outcome]);
      await during;
      during = null;
    }
  }
  return lines;
}
