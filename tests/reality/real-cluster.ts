/** Starts the files that the page exports, without containers: the same files, with addresses of this machine. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  haproxyConfiguration,
  nginxConfiguration,
} from '../../src/features/exporting/cluster/balancer-files.ts';
import {
  type Balancer,
  type ClusterPlan,
  clusterPlan,
  serverNames,
} from '../../src/features/exporting/cluster/cluster-plan.ts';
import { serverEnvironment, storeOptions } from '../../src/features/exporting/cluster/compose-file.ts';
import { serverFiles } from '../../src/features/exporting/cluster/server-files.ts';
import type { SetServerState } from '../../src/simulation/commands/set-server-state.ts';
import type { ClusterScenario } from '../../src/simulation/scenario.ts';
import { Processes, pause, until } from './processes.ts';
import type { Fault } from './story.ts';

/** Ports of one cluster: the balancer's, the store's, then one for each server. */
const FIRST_PORT = 18_080;
const BALANCER_PORT = FIRST_PORT;
const STORE_PORT = FIRST_PORT + 1;
const portOfServer = (name: string) => FIRST_PORT + 10 + Number(name.slice('server-'.length));

export class RealCluster {
  readonly port = BALANCER_PORT;
  readonly #processes = new Processes();
  readonly #folder = mkdtempSync(join(tmpdir(), 'statescope-reality-'));
  readonly #plan: ClusterPlan;
  readonly #balancer: Balancer;
  readonly #replyUs: number;

  private constructor(scenario: ClusterScenario, balancer: Balancer) {
    this.#plan = clusterPlan(scenario);
    this.#balancer = balancer;
    this.#replyUs = scenario.timing.replyUs;
  }

  static async start(scenario: ClusterScenario, balancer: Balancer): Promise<RealCluster> {
    const cluster = new RealCluster(scenario, balancer);
    try {
      await cluster.#start();
      return cluster;
    } catch (error) {
      await cluster.stop();
      throw error;
    }
  }

  async #start(): Promise<void> {
    for (const [name, text] of Object.entries(serverFiles(this.#plan.strategy))) {
      const file = join(this.#folder, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    symlinkSync(installedPackages(join(this.#folder, 'server')), join(this.#folder, 'server/node_modules'));
    if (this.#plan.store !== null) await this.#startStore();
    await Promise.all(serverNames(this.#plan).map((name) => this.#startServer(name)));
    await this.#startBalancer();
  }

  async stop(): Promise<void> {
    await this.#processes.killAll();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Rows that the servers have written to the database. */
  get rows(): readonly { readonly charge?: object; readonly order?: object }[] {
    return existsSync(this.#database)
      ? readFileSync(this.#database, 'utf8')
          .trim()
          .split('\n')
          .filter(Boolean)
          .map((row) => JSON.parse(row))
      : [];
  }

  /** Does it, and waits until it has taken effect, but not until anybody has noticed. */
  async give(fault: Fault, node: string): Promise<void> {
    switch (fault) {
      case 'die':
        return this.#processes.kill(node);
      case 'freeze':
        return this.#processes.signal(node, 'SIGSTOP');
      case 'thaw':
        this.#processes.signal(node, 'SIGCONT');
        // It now handles what has waited for it.
        return pause(THAWED_MS);
      case 'restart':
        return node === 'session-store' ? this.#startStore() : this.#startServer(node);
      case 'flush':
        return say(STORE_PORT, 'FLUSHALL\r\n', '+OK');
      default:
        throw new Error(`Unknown fault ${fault satisfies never}`);
    }
  }

  /** Waits until the balancer treats the server as up or down. nginx has no health checks, so it never notices early. */
  async noticed(node: string, isUp: boolean): Promise<void> {
    if (!node.startsWith('server-')) {
      // The servers' clients connect again within this time.
      await pause(RECONNECTED_MS);
    } else if (this.#balancer === 'haproxy') {
      const { checksHealth } = this.#plan.conduct;
      await until(`HAProxy has noticed ${node}`, async () => {
        const row = (await this.#haproxyRows()).find(({ svname }) => svname === node);
        if (row === undefined) return false;
        // A server starts as up, before its first health check has passed.
        const hasPassed = !checksHealth || row.check_status === 'L7OK';
        // "UP 4/5" is a server with failed checks that isn't down yet.
        return isUp ? row.status === 'UP' && hasPassed : row.status?.startsWith('UP') === false;
      });
    }
  }

  /** HAProxy's statistics of the servers, by the names of their columns. */
  async #haproxyRows(): Promise<readonly Readonly<Record<string, string>>[]> {
    // The socket refuses connections for a moment after it has appeared.
    const answer = await askHaproxy(this.#statistics, 'show stat\n').catch(() => '');
    const [header = '', ...lines] = answer.split('\n');
    const names = header.replace('# ', '').split(',');
    return lines
      .map((line) => line.split(','))
      .map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])))
      .filter(({ pxname }) => pxname === 'servers');
  }

  /** @throws With a balancer other than HAProxy. */
  async setServerState(server: string, state: SetServerState['state']): Promise<void> {
    if (this.#balancer !== 'haproxy') throw new Error(`${this.#balancer} has no states of servers.`);
    await askHaproxy(this.#statistics, `set server servers/${server} state ${state}\n`);
  }

  /** Where servers copy sessions to each other: waits until every other server has got the first copy. */
  async copied(): Promise<void> {
    if (!this.#plan.keepsCopies) return;
    await until('a copy of the session', async () => {
      const counts = await Promise.all(serverNames(this.#plan).map((name) => receivedBy(name)));
      return counts.filter((count) => count > 0).length >= counts.length - 1;
    });
  }

  async #startServer(name: string): Promise<void> {
    const environment = {
      ...serverEnvironment(this.#plan, name),
      PORT: String(portOfServer(name)),
      DATABASE: this.#database,
      REPLY_DELAY_MS: String(Math.round(this.#replyUs / 1_000)),
      ...(this.#plan.store !== null && { REDIS_URL: `redis://127.0.0.1:${STORE_PORT}` }),
      ...(this.#plan.keepsCopies && {
        PEERS: serverNames(this.#plan)
          .filter((each) => each !== name)
          .map((each) => `http://${addressOf(each)}`)
          .join(','),
      }),
    };
    await this.#processes.start(name, [process.execPath, 'server.mjs'], portOfServer(name), {
      cwd: join(this.#folder, 'server'),
      env: { ...process.env, ...environment },
    });
  }

  async #startStore(): Promise<void> {
    const { store } = this.#plan;
    if (store === null) throw new Error('This cluster has no session store.');
    const options = ['--port', String(STORE_PORT), '--bind', '127.0.0.1', '--dir', this.#folder];
    await this.#processes.start(
      'session-store',
      ['redis-server', ...options, ...storeOptions(store)],
      STORE_PORT,
    );
  }

  async #startBalancer(): Promise<void> {
    const addresses = { listen: `127.0.0.1:${BALANCER_PORT}`, addressOf };
    if (this.#balancer === 'haproxy') {
      const file = join(this.#folder, 'haproxy.cfg');
      const statistics = join(this.#folder, 'statistics.cfg');
      writeFileSync(file, haproxyConfiguration(this.#plan, addresses));
      writeFileSync(statistics, `global\n  stats socket ${this.#statistics} level admin\n`);
      await this.#processes.start(
        'load-balancer',
        ['haproxy', '-db', '-f', file, '-f', statistics],
        BALANCER_PORT,
      );
      await until('HAProxy’s socket', () => existsSync(this.#statistics));
      await Promise.all(serverNames(this.#plan).map((name) => this.noticed(name, true)));
      // On a busy machine the first check can be late. A server that was down for it has lost its place in the order.
      if ((await this.#haproxyRows()).some(({ chkdown }) => Number(chkdown) > 0)) {
        await this.#processes.kill('load-balancer');
        rmSync(this.#statistics, { force: true });
        await this.#startBalancer();
      }
    } else {
      const file = join(this.#folder, 'nginx.conf');
      writeFileSync(file, nginxConfiguration(this.#plan, addresses));
      // One process, which ends when it is killed. A master would leave its workers behind.
      const own = `daemon off; master_process off; pid ${this.#folder}/nginx.pid; error_log stderr;`;
      await this.#processes.start(
        'load-balancer',
        ['nginx', '-p', this.#folder, '-c', file, '-g', own],
        BALANCER_PORT,
      );
    }
  }

  get #statistics(): string {
    return join(this.#folder, 'haproxy.sock');
  }

  get #database(): string {
    return join(this.#folder, 'database.jsonl');
  }
}

/** Long enough for a few requests on a slow machine. */
const THAWED_MS = 1_500;

/** Longer than the store's clients wait between two attempts to connect. */
const RECONNECTED_MS = 2_500;

function addressOf(node: string): string {
  return `127.0.0.1:${portOfServer(node)}`;
}

async function receivedBy(server: string): Promise<number> {
  const response = await fetch(`http://${addressOf(server)}/session-copies`);
  const { received } = (await response.json()) as { received: number };
  return received;
}

/** The server's packages, installed once for each lock file. */
function installedPackages(folder: string): string {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  const cache = join(process.cwd(), 'node_modules/.cache/reality', version);
  const packages = join(cache, 'node_modules');
  if (existsSync(join(packages, '.package-lock.json'))) return packages;
  mkdirSync(cache, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    writeFileSync(join(cache, name), readFileSync(join(folder, name)));
  }
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: cache,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm ci failed: ${stderr}`);
  return packages;
}

function askHaproxy(path: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(path, () => socket.write(command));
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

function say(port: number, command: string, expected: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(command));
    socket.once('data', (part) => {
      socket.destroy();
      if (String(part).startsWith(expected)) resolve();
      else reject(new Error(`${command.trim()}: ${part}`));
    });
    socket.on('error', reject);
  });
}
