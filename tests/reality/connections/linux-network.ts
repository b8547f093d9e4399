/**
 * Two machines and the link between them, as network namespaces of Linux: each has a TCP of its own. A namespace with a
 * bridge is the switch; while a port of it is down, packets through it are dropped silently.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TransportLine } from '../../../src/simulation/applications/transport-line.ts';
import { CLIENT_ADDRESS, SERVER_ADDRESS } from './addresses.ts';
import type { ConnectionFault } from './connection-story.ts';

const CLIENT = 'statescope-client';
const SERVER = 'statescope-server';
const SWITCH = 'statescope-switch';

/** Fixed, so that nobody has to ask for them while the link is cut. */
const hardwareAddresses = { [CLIENT]: '02:00:00:00:00:01', [SERVER]: '02:00:00:00:00:02' };

/** Why the stories can't be told here; null if they can. */
export function networkObstacle(): string | null {
  if (process.getuid?.() !== 0) return 'making network namespaces needs root';
  if (spawnSync('ip', ['-V']).status !== 0) return 'the program ip isn’t installed (Debian: iproute2)';
  removeAll();
  const { status, stderr } = spawnSync('ip', ['netns', 'add', SWITCH], { encoding: 'utf8' });
  removeAll();
  return status === 0 ? null : `this machine makes no network namespaces: ${stderr.trim()}`;
}

export class LinuxNetwork {
  readonly #folder: string;
  #service: ChildProcess | null = null;
  #talker: ChildProcess | null = null;

  /** @param folder Where the programs `service.js` and `talker.js` are. */
  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async start(folder: string): Promise<LinuxNetwork> {
    removeAll();
    const network = new LinuxNetwork(folder);
    try {
      ip('netns', 'add', SWITCH);
      ip('-n', SWITCH, 'link', 'add', 'bridge', 'type', 'bridge', 'forward_delay', '0');
      ip('-n', SWITCH, 'link', 'set', 'bridge', 'up');
      addMachine(CLIENT, CLIENT_ADDRESS, SERVER, SERVER_ADDRESS);
      addMachine(SERVER, SERVER_ADDRESS, CLIENT, CLIENT_ADDRESS);
      await network.#startService();
      network.#talker = network.#spawn(CLIENT, 'talker.js');
      return network;
    } catch (error) {
      network.stop();
      throw error;
    }
  }

  stop(): void {
    this.#talker?.kill('SIGKILL');
    this.#service?.kill('SIGKILL');
    removeAll();
  }

  /** What the client was told in the end. */
  async say(transport: 'tcp' | 'udp', line: TransportLine): Promise<unknown> {
    const talker = this.#talker;
    if (talker === null) throw new Error('The client isn’t running.');
    const answer = once(talker, 'message');
    const ended = once(talker, 'exit').then(([code]) => {
      throw new Error(`The client ended with ${code}.`);
    });
    talker.send({ transport, line });
    return (await Promise.race([answer, ended]))[0];
  }

  /** Does it, and waits until it is done. */
  async give(fault: ConnectionFault): Promise<void> {
    switch (fault) {
      case 'process dies':
        return this.#kill();
      case 'process freezes':
        this.#service?.kill('SIGSTOP');
        return;
      case 'process continues':
        this.#service?.kill('SIGCONT');
        return;
      case 'process starts':
        return this.#startService();
      case 'machine goes dark':
        setPort(SERVER, 'down');
        await this.#kill();
        ip('netns', 'del', SERVER);
        return;
      case 'machine boots':
        addMachine(SERVER, SERVER_ADDRESS, CLIENT, CLIENT_ADDRESS);
        return this.#startService();
      case 'link is cut':
        return setPort(SERVER, 'down');
      case 'link is healed':
        return setPort(SERVER, 'up');
      default:
        throw new Error(`Unknown fault ${fault satisfies never}`);
    }
  }

  async #startService(): Promise<void> {
    this.#service = this.#spawn(SERVER, 'service.js');
    await once(this.#service, 'message');
  }

  async #kill(): Promise<void> {
    const service = this.#service;
    if (service === null) return;
    const ended = once(service, 'exit');
    service.kill('SIGKILL');
    await ended;
    this.#service = null;
  }

  /** `ip netns exec` becomes the program, so that signals reach it. */
  #spawn(machine: string, program: string): ChildProcess {
    const args = ['netns', 'exec', machine, process.execPath, join(this.#folder, program)];
    return spawn('ip', args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }
}

function addMachine(name: Machine, address: string, other: Machine, otherAddress: string): void {
  // A port whose machine is gone goes with it, though not at once.
  spawnSync('ip', ['-n', SWITCH, 'link', 'del', portOf(name)]);
  ip('netns', 'add', name);
  ip(
    ...['-n', SWITCH, 'link', 'add', portOf(name), 'type', 'veth'],
    ...['peer', 'name', 'eth0', 'address', hardwareAddresses[name], 'netns', name],
  );
  ip('-n', SWITCH, 'link', 'set', portOf(name), 'master', 'bridge', 'up');
  ip('-n', name, 'address', 'add', `${address}/24`, 'dev', 'eth0');
  ip('-n', name, 'link', 'set', 'eth0', 'up');
  ip('-n', name, 'link', 'set', 'lo', 'up');
  ip('-n', name, 'neighbour', 'add', otherAddress, 'lladdr', hardwareAddresses[other], 'dev', 'eth0');
}

type Machine = keyof typeof hardwareAddresses;

/** Names of interfaces have at most 15 characters. */
function portOf(machine: Machine): string {
  return machine.replace('statescope', 'port');
}

function setPort(machine: Machine, state: 'up' | 'down'): void {
  ip('-n', SWITCH, 'link', 'set', portOf(machine), state);
}

function removeAll(): void {
  for (const name of [CLIENT, SERVER, SWITCH]) spawnSync('ip', ['netns', 'del', name]);
}

function ip(...args: string[]): void {
  const { status, stderr } = spawnSync('ip', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ip ${args.join(' ')}: ${stderr.trim()}`);
}
