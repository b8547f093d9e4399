/** Which server gets a request: one that is up and open, chosen by policy and affinity, and given up on in time. */
import {
  type ClusterEvent,
  type ClusterMessage,
  isClient,
  isServer,
  LOAD_BALANCER,
} from '../../../src/simulation/cluster.ts';
import type { NodeId } from '../../../src/simulation/kernel/actor.ts';
import type { HttpRequest } from '../../../src/simulation/protocols/http.ts';
import type { ClusterScenario } from '../../../src/simulation/scenario.ts';
import type { Checker, Report } from './checker.ts';
import { boundServer, type Choice, choices } from './choices.ts';
import { Cluster } from './cluster-members.ts';
import { DownNodes } from './down-nodes.ts';

/** A client's request on its way through the load balancer. */
interface Job {
  /** The client's message. */
  readonly origin: ClusterMessage;
  /** The message to the server. */
  readonly forwarded: ClusterMessage;
  readonly sinceUs: number;
  /** Servers that refused it or reset its connection, and the last one. */
  readonly tried: readonly NodeId[];
}

type Sent = Extract<ClusterEvent, { kind: 'message-sent' }>;

/**
 * Follows each job of the load balancer from the messages alone, and compares each choice with the servers that the load
 * balancer may choose, the policy and the affinity. A reply comes from the job's server, in time, and binds its client.
 */
export function assignment(report: Report, scenario: ClusterScenario): Checker {
  return new Assignment(report, scenario);
}

class Assignment implements Checker {
  readonly #report: Report;
  readonly #scenario: ClusterScenario;
  readonly #cluster: Cluster;
  readonly #isBoundByCookie: boolean;
  #choose: (choice: Choice) => string | null;
  /** Open jobs by the exchange with the server. */
  readonly #jobs = new Map<number, Job>();
  /** Jobs that ended with this event, by the event that says so. */
  readonly #ended = new Map<number, Job>();
  /** Deliveries of servers' replies. */
  readonly #replies = new Set<number>();
  /** When the load balancer last continued after it was frozen. It was late with everything until then. */
  #thawedAtUs = -1;
  /** Clients' requests, by the event that delivered them. */
  readonly #asked = new Map<number, ClusterMessage>();

  constructor(report: Report, scenario: ClusterScenario) {
    this.#report = report;
    this.#scenario = scenario;
    this.#cluster = new Cluster(scenario.servers);
    this.#choose = choices(scenario);
    const { balancing, strategy } = scenario;
    this.#isBoundByCookie =
      balancing === 'cookie' || (balancing !== 'source-address' && strategy === 'sticky');
  }

  see(event: ClusterEvent): void {
    this.#cluster.follow(event);
    switch (event.kind) {
      case 'node-started':
      case 'node-crashed':
        if (event.node !== LOAD_BALANCER) return;
        this.#jobs.clear();
        this.#asked.clear();
        this.#ended.clear();
        this.#choose = choices(this.#scenario);
        return;
      case 'node-thawed':
        if (event.node === LOAD_BALANCER) this.#thawedAtUs = event.atUs;
        return;
      case 'message-delivered':
        this.#deliver(event.message, event.id);
        return;
      case 'message-refused':
      case 'connect-timed-out':
      case 'connection-reset':
        this.#lose(event.message, event.id);
        return;
      case 'message-sent':
        if (event.message.from === LOAD_BALANCER) this.#send(event);
        return;
      default:
    }
  }

  #deliver(message: ClusterMessage, id: number): void {
    if (message.to !== LOAD_BALANCER || message.request === null) return;
    if (message.role === 'request') {
      this.#asked.set(id, message);
      return;
    }
    const job = this.#jobs.get(message.exchange);
    if (job?.forwarded.to !== message.from) return;
    this.#jobs.delete(message.exchange);
    this.#ended.set(id, job);
    this.#replies.add(id);
  }

  /** The refusal or the reset reaches the load balancer later, and causes what it does then. */
  #lose(message: ClusterMessage, id: number): void {
    const job = message.from === LOAD_BALANCER ? this.#jobs.get(message.exchange) : undefined;
    if (job?.forwarded.id === message.id) this.#ended.set(id, job);
  }

  #send(event: Sent): void {
    const { message } = event;
    if (message.role === 'request' && message.request !== null && isServer(message.to)) this.#forward(event);
    if (message.role === 'reply' && isClient(message.to)) this.#reply(event);
  }

  #forward(event: Sent): void {
    const { message, cause, atUs } = event;
    const asked = this.#asked.get(cause ?? -1);
    const failed = this.#ended.get(cause ?? -1);
    if (failed !== undefined) this.#jobs.delete(failed.forwarded.exchange);
    const origin = asked ?? failed?.origin;
    if (origin === undefined || origin.body.kind !== 'http-request') {
      this.#report(`${message.request} is forwarded without a reason`);
      return;
    }
    const tried = failed === undefined ? [] : [...failed.tried, failed.forwarded.to];
    const wrong = this.#choose({
      server: message.to,
      client: origin.from,
      request: origin.body,
      open: this.#cluster.open.filter((server) => !tried.includes(server)),
      members: this.#cluster.members,
      load: (server) => [...this.#jobs.values()].filter(({ forwarded }) => forwarded.to === server).length,
    });
    if (wrong !== null) this.#report(`${message.request} is sent to ${message.to}: ${wrong}`);
    this.#checkText(message, origin.body);
    this.#jobs.set(message.exchange, { origin, forwarded: message, sinceUs: atUs, tried });
  }

  /** The request itself doesn't change on the way. */
  #checkText({ body, request }: ClusterMessage, asked: HttpRequest): void {
    if (body.kind !== 'http-request') return;
    const headers = body.headers.filter(([name]) => name !== 'Via');
    const isSame = body.method === asked.method && body.target === asked.target && body.body === asked.body;
    if (
      !isSame ||
      JSON.stringify(headers) !== JSON.stringify(asked.headers) ||
      body.headers.length === headers.length
    ) {
      this.#report(`${request} is changed on the way`);
    }
  }

  #reply({ message, cause, atUs }: Sent): void {
    if (message.body.kind !== 'http-response') return;
    const { status } = message.body;
    const ended = this.#ended.get(cause ?? -1);
    const isTimeout = ended === undefined && !this.#asked.has(cause ?? -1);
    const job = ended ?? (isTimeout ? this.#jobFor(message) : undefined);
    if (job !== undefined) this.#jobs.delete(job.forwarded.exchange);
    const waitedUs = atUs - (job?.sinceUs ?? atUs);
    const { serverTimeoutUs } = this.#scenario.timing;
    const isLate = atUs === this.#thawedAtUs && waitedUs > serverTimeoutUs;
    if (isTimeout && (status !== 504 || (waitedUs !== serverTimeoutUs && !isLate))) {
      this.#report(`${message.request} gets a ${status} after ${waitedUs} µs without a reply of its server`);
    }
    if (waitedUs > serverTimeoutUs && !isLate)
      this.#report(`${message.request} waits ${waitedUs} µs for its server`);
    if (job === undefined && this.#cluster.open.length > 0) {
      this.#report(`${message.request} gets a ${status} although a server is open`);
    }
    if (ended !== undefined && this.#replies.has(cause ?? -1)) this.#checkBinding(message, ended);
  }

  #jobFor({ to, exchange }: ClusterMessage): Job | undefined {
    return [...this.#jobs.values()].find(({ origin }) => origin.from === to && origin.exchange === exchange);
  }

  /** A client that isn't bound to the server yet gets the load balancer's cookie. */
  #checkBinding({ body, request }: ClusterMessage, { origin, forwarded }: Job): void {
    if (body.kind !== 'http-response' || origin.body.kind !== 'http-request') return;
    const set = body.headers.flatMap(([name, value]) =>
      name === 'Set-Cookie' && value.startsWith('lb=') ? [value.slice(3).split(';')[0]] : [],
    );
    const isBound = boundServer(origin.body) === forwarded.to;
    const expected = this.#isBoundByCookie && !isBound ? [forwarded.to] : [];
    if (String(set) !== String(expected)) {
      this.#report(`${request} binds its client to "${set}" and not to "${expected}"`);
    }
  }
}

/**
 * The load balancer finds out that a server is down after a limited number of health checks, and then leaves it alone.
 */
export function detection(report: Report, { timing, network }: ClusterScenario): Checker {
  const { healthIntervalUs, healthFailuresMax } = timing;
  // The last check can still be on its way when the next one is due.
  const latestUs = (healthFailuresMax + 1) * healthIntervalUs + 4 * network.cluster.maxUs;
  const downSinceUs = new Map<NodeId, number>();
  let balancerSinceUs = 0;
  return {
    see(event) {
      if (event.kind === 'node-crashed' || event.kind === 'node-frozen')
        downSinceUs.set(event.node, event.atUs);
      if (event.kind === 'node-started' || event.kind === 'node-thawed') {
        downSinceUs.delete(event.node);
        if (event.node === LOAD_BALANCER) balancerSinceUs = event.atUs;
      }
      if (event.kind !== 'message-sent' || event.message.from !== LOAD_BALANCER) return;
      const { to, request } = event.message;
      const sinceUs = downSinceUs.get(to);
      if (request === null || sinceUs === undefined || !isServer(to)) return;
      const unnoticedUs = event.atUs - Math.max(sinceUs, balancerSinceUs);
      if (unnoticedUs > latestUs)
        report(`${request} is sent to ${to}, which has been down for ${unnoticedUs} µs`);
    },
  };
}

/** Without a load balancer, what is sent to the service reaches the first server that is up and not draining. */
export function serviceAddress(report: Report, { servers }: ClusterScenario): Checker {
  const down = new DownNodes();
  const draining = new Set<NodeId>();
  const all = Array.from({ length: Math.max(servers, 9) }, (_, index) => `server-${index + 1}`);
  return {
    see(event) {
      down.follow(event);
      if (event.kind === 'node-draining') draining.add(event.node);
      if (event.kind === 'node-joined' || event.kind === 'node-left') draining.delete(event.node);
      if (event.kind !== 'message-sent' || event.message.body.kind !== 'tcp-segment') return;
      const { from, to } = event.message;
      // A reset goes back to the sender of the segment that it answers.
      if (!isClient(from) || event.message.body.control.includes('RST')) return;
      const expected = all.find((server) => !down.has(server) && !draining.has(server)) ?? all[0];
      if (to !== expected) report(`${from} reaches ${to} and not ${expected} at event ${event.id}`);
    },
  };
}
