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
import { addressOf, boundServer, type Choice, choices } from './choices.ts';
import { Cluster } from './cluster-members.ts';
import { DownNodes } from './down-nodes.ts';

/** A client's request on its way through the load balancer. */
interface Job {
  /** The client's message. */
  readonly origin: ClusterMessage;
  /** The message to the server. */
  readonly forwarded: ClusterMessage;
  readonly sinceUs: number;
  /** Servers that another one was tried after. */
  readonly tried: readonly NodeId[];
  /** Further attempts to connect. */
  readonly retries: number;
  /** The last failure after which a server may have executed the request; null if none has got it. */
  readonly unknown: 'reset' | 'timeout' | null;
}

type Failure = 'refused' | 'no-answer' | 'reset' | 'timeout';

/** How a job's attempt ended. */
interface Ended {
  readonly job: Job;
  readonly how: Failure | 'reply';
  readonly atUs: number;
  /** Whether the load balancer closes the client's connection, which has had a response before. */
  readonly hangsUp?: boolean;
}

type Sent = Extract<ClusterEvent, { kind: 'message-sent' }>;

/** The longest pause before the same server is tried again. */
const PAUSE_MAX_US = 1_000_000;

/**
 * Follows each job of the load balancer from the messages alone, and compares each attempt with the rules of its
 * profile, and each choice with the servers that it may choose, the policy and the affinity. A reply comes from the
 * job's server, in time, and binds its client.
 */
export function assignment(report: Report, scenario: ClusterScenario): Checker {
  return new Assignment(report, scenario);
}

class Assignment implements Checker {
  readonly #report: Report;
  readonly #scenario: ClusterScenario;
  readonly #cluster: Cluster;
  readonly #isBoundByCookie: boolean;
  readonly #marks: FailureMarks;
  #choose: (choice: Choice) => string | null;
  /** Open jobs by the exchange with the server. */
  readonly #jobs = new Map<number, Job>();
  /** Attempts that ended with this event, by the event that says so. */
  readonly #ended = new Map<number, Ended>();
  /** When the load balancer last continued after it was frozen. It was late with everything until then. */
  #thawedAtUs = -1;
  #isFrozen = false;
  /** Clients' requests, by the event that delivered them. */
  readonly #asked = new Map<number, ClusterMessage>();
  /** The load balancer's table, by address. */
  readonly #table = new Map<string, NodeId>();
  /** Clients whose connection has had a response. */
  readonly #reused = new Set<NodeId>();

  constructor(report: Report, scenario: ClusterScenario) {
    this.#report = report;
    this.#scenario = scenario;
    this.#cluster = new Cluster(scenario.servers, scenario.balancer.removalNoticedAfterUs);
    this.#marks = new FailureMarks(scenario);
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
        if (event.node === LOAD_BALANCER) this.#restart();
        return;
      case 'node-frozen':
        if (event.node === LOAD_BALANCER) this.#isFrozen = true;
        return;
      case 'node-thawed':
        if (event.node !== LOAD_BALANCER) return;
        this.#isFrozen = false;
        this.#thawedAtUs = event.atUs;
        return;
      case 'message-delivered':
        this.#deliver(event.message, event);
        return;
      case 'message-refused':
        this.#lose(event.message, 'refused', event);
        return;
      case 'connect-timed-out':
        this.#lose(event.message, 'no-answer', event);
        return;
      case 'connection-reset':
        this.#lose(event.message, 'reset', event);
        this.#hangUp(event);
        return;
      case 'message-sent':
        if (event.message.from === LOAD_BALANCER) this.#send(event);
        return;
      case 'remembered':
        if (
          event.node === LOAD_BALANCER &&
          event.item.kind === 'server-down' &&
          event.key.startsWith('rests')
        )
          this.#marks.reset(event.item.server, event.atUs);
        return;
      case 'node-left':
      case 'node-joined':
        this.#marks.forget(event.node);
        return;
      default:
    }
  }

  #restart(): void {
    this.#isFrozen = false;
    this.#jobs.clear();
    this.#asked.clear();
    this.#ended.clear();
    this.#table.clear();
    this.#reused.clear();
    this.#marks.clear();
    this.#choose = choices(this.#scenario);
  }

  #deliver(message: ClusterMessage, { id, atUs }: ClusterEvent): void {
    if (message.to !== LOAD_BALANCER || message.request === null) return;
    if (message.role === 'request') {
      this.#asked.set(id, message);
      return;
    }
    const job = this.#jobs.get(message.exchange);
    if (job?.forwarded.to !== message.from) return;
    // A frozen load balancer reads it later, and may give up before that.
    if (!this.#isFrozen) this.#jobs.delete(message.exchange);
    this.#ended.set(id, { job, how: 'reply', atUs });
  }

  /** The refusal or the reset reaches the load balancer later, and causes what it does then. */
  #lose(message: ClusterMessage, how: Failure, { id, atUs }: ClusterEvent): void {
    const job = message.from === LOAD_BALANCER ? this.#jobs.get(message.exchange) : undefined;
    if (job?.forwarded.id !== message.id) return;
    // The client hears of it later, and by then the connection may have had another response.
    const hangsUp =
      how === 'reset' &&
      this.#scenario.balancer.onServerReset === 'close' &&
      this.#reused.delete(job.origin.from);
    if (hangsUp) this.#marks.fail(job.forwarded.to, atUs, this.#cluster.members.length);
    this.#ended.set(id, { job, how, atUs, hangsUp });
  }

  /** The load balancer closes a client's connection only after its server did, and only a connection that was used. */
  #hangUp({ message: { to, request }, cause }: Extract<ClusterEvent, { kind: 'connection-reset' }>): void {
    const ended = this.#ended.get(cause ?? -1);
    if (to !== LOAD_BALANCER || ended === undefined) return;
    const isAllowed = this.#scenario.balancer.onServerReset === 'close' && ended.how === 'reset';
    if (!isAllowed) this.#report(`${request} gets no response after its server's ${ended.how}`);
    // A load balancer that was frozen has heard of earlier responses later.
    if (ended.hangsUp !== true && this.#thawedAtUs < ended.atUs)
      this.#report(`${request} is the first one on a connection that is closed`);
    this.#jobs.delete(ended.job.forwarded.exchange);
  }

  #send(event: Sent): void {
    const { message } = event;
    if (message.role === 'request' && message.request !== null && isServer(message.to)) this.#forward(event);
    if (message.role === 'reply' && isClient(message.to)) this.#reply(event);
  }

  #forward(event: Sent): void {
    const { message, cause, atUs } = event;
    const asked = this.#asked.get(cause ?? -1);
    const ended =
      asked === undefined ? (this.#ended.get(cause ?? -1) ?? this.#endedEarlier(message, atUs)) : undefined;
    if (ended !== undefined) this.#jobs.delete(ended.job.forwarded.exchange);
    const origin = asked ?? ended?.job.origin;
    if (origin === undefined || origin.body.kind !== 'http-request') {
      this.#report(`${message.request} is forwarded without a reason`);
      return;
    }
    if (ended !== undefined)
      this.#marks.fail(ended.job.forwarded.to, ended.atUs, this.#cluster.members.length);
    const isAgain = ended !== undefined && ended.job.forwarded.to === message.to;
    const tried =
      ended === undefined ? [] : [...ended.job.tried, ...(isAgain ? [] : [ended.job.forwarded.to])];
    // Only attempts to connect count.
    const isUnconnected = ended?.how === 'refused' || ended?.how === 'no-answer';
    const retries = (ended?.job.retries ?? 0) + (isUnconnected ? 1 : 0);
    if (ended !== undefined) this.#checkRetry(event, ended, { isAgain, retries });
    if (!isAgain) this.#checkChoice(message, origin, tried, atUs);
    this.#checkText(message, origin.body);
    const isUnknown = ended?.how === 'reset' || ended?.how === 'timeout';
    const unknown = isUnknown ? ended.how : (ended?.job.unknown ?? null);
    this.#jobs.set(message.exchange, { origin, forwarded: message, sinceUs: atUs, tried, retries, unknown });
  }

  /**
   * The attempt whose end made the load balancer wait: for its pause, or for the server until the timeout. A client that
   * has asked again has several attempts under way. The one that was due first goes on, after a pause to the same server.
   */
  #endedEarlier({ request, to }: ClusterMessage, atUs: number): Ended | undefined {
    const waiting = [...this.#jobs.values()]
      .filter(({ forwarded }) => forwarded.request === request)
      .flatMap((job) => this.#waitsOf(job));
    // A pause is followed by another attempt at the same server, and a timeout by one elsewhere.
    const due = waiting
      .filter(({ ended: { job, how }, dueUs }) => {
        return dueUs <= atUs && (how === 'timeout') === (job.forwarded.to !== to);
      })
      .sort((one, other) => one.dueUs - other.dueUs);
    // Deadlines are exact. When the load balancer hears of a refusal is not known.
    const next = due.find(({ ended, dueUs }) => ended.how === 'timeout' && dueUs === atUs) ?? due[0];
    return (next ?? waiting[0])?.ended;
  }

  /** The deadline of a job, and its pause after a refusal, which the load balancer may not have heard of by then. */
  #waitsOf(job: Job): { readonly ended: Ended; readonly dueUs: number }[] {
    const { balancer, timing, network } = this.#scenario;
    const timedOutAtUs = job.sinceUs + timing.serverTimeoutUs;
    const timeout = { ended: { job, how: 'timeout', atUs: timedOutAtUs }, dueUs: timedOutAtUs } as const;
    const ended = [...this.#ended.values()].find((each) => each.job === job);
    if (ended === undefined) return [timeout];
    const isUnheard = ended.atUs + network.cluster.maxUs >= timedOutAtUs || this.#thawedAtUs >= ended.atUs;
    const pause = { ended, dueUs: ended.atUs + Math.min(balancer.connectTimeoutUs, PAUSE_MAX_US) };
    return isUnheard ? [pause, timeout] : [pause];
  }

  #checkRetry(
    { message, atUs }: Sent,
    { job, how, atUs: endedAtUs }: Ended,
    { isAgain, retries }: { readonly isAgain: boolean; readonly retries: number },
  ): void {
    const { request } = message;
    const { balancer, network } = this.#scenario;
    if (how === 'reset' || how === 'timeout') {
      const rule = how === 'reset' ? balancer.onServerReset : balancer.onServerTimeout;
      const isSafe = job.origin.body.kind === 'http-request' && job.origin.body.method === 'GET';
      if (rule !== 'repeat-idempotent' || !isSafe) this.#report(`${request} is repeated after a ${how}`);
      return;
    }
    if (balancer.onRefused === 'give-up') this.#report(`${request} is sent again after it was refused`);
    if (balancer.onRefused === 'other-server' && isAgain)
      this.#report(`${request} is sent to ${message.to} again, which refused it`);
    if (balancer.onRefused !== 'same-server') return;
    if (retries > balancer.retriesMax) this.#report(`${request} is sent again for the time ${retries}`);
    if (!isAgain && !balancer.redispatches) this.#report(`${request} is redispatched to ${message.to}`);
    const isTooEarly =
      !isAgain &&
      retries < balancer.retriesMax &&
      !this.#cluster.isDown(job.forwarded.to) &&
      (!this.#isRoundRobin || this.#boundOf(job.origin) === job.forwarded.to);
    if (isTooEarly) this.#report(`${request} is redispatched with attempt ${retries}`);
    const pauseUs = isAgain && how === 'refused' ? Math.min(balancer.connectTimeoutUs, PAUSE_MAX_US) : 0;
    const waitedUs = atUs - endedAtUs;
    const isLate = waitedUs > pauseUs + network.cluster.maxUs && atUs !== this.#thawedAtUs;
    if (waitedUs < pauseUs || (isLate && this.#thawedAtUs < endedAtUs)) {
      this.#report(`${request} is sent again after ${waitedUs} µs and not after ${pauseUs} µs`);
    }
  }

  get #isRoundRobin(): boolean {
    const { balancing } = this.#scenario;
    return balancing === 'round-robin' || balancing === 'cookie';
  }

  #checkChoice(
    message: ClusterMessage,
    origin: ClusterMessage,
    tried: readonly NodeId[],
    atUs: number,
  ): void {
    const { request, to: server } = message;
    if (origin.body.kind !== 'http-request') return;
    const isLeft = (each: NodeId) => !tried.includes(each);
    // The load balancer knows of these ends, and the messages show it only later.
    const hasHidden = [...this.#ended.values()].some(
      ({ job, how, hangsUp }) =>
        this.#jobs.get(job.forwarded.exchange) === job &&
        ((how === 'refused' && this.#scenario.balancer.onRefused !== 'other-server') || hangsUp === true),
    );
    const wrong = this.#choose({
      server,
      client: origin.from,
      request: origin.body,
      bound: this.#boundOf(origin),
      open: this.#cluster.open.filter(isLeft),
      openToNewcomers: this.#cluster.openToNewcomers.filter(isLeft),
      members: this.#cluster.members,
      load: (each) => [...this.#jobs.values()].filter(({ forwarded }) => forwarded.to === each).length,
      isLoadKnown: !hasHidden,
    });
    if (wrong !== null) this.#report(`${request} is sent to ${server}: ${wrong}`);
    if (this.#marks.rests(server, atUs))
      this.#report(`${request} is sent to ${server}, which has just failed`);
  }

  #boundOf({ from, body }: ClusterMessage): NodeId | undefined {
    if (!this.#isBoundByCookie || body.kind !== 'http-request') return undefined;
    return this.#scenario.balancer.binding === 'cookie'
      ? boundServer(body)
      : this.#table.get(addressOf(this.#scenario, from));
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
    const { timing } = this.#scenario;
    this.#reused.add(message.to);
    const ended = this.#ended.get(cause ?? -1);
    const isTimeout = ended === undefined && !this.#asked.has(cause ?? -1);
    const job = ended?.job ?? (isTimeout ? this.#jobFor(message) : undefined);
    if (job !== undefined) this.#jobs.delete(job.forwarded.exchange);
    if (job !== undefined && ended?.how !== 'reply')
      this.#marks.fail(job.forwarded.to, ended?.atUs ?? atUs, this.#cluster.members.length);
    const waitedUs = atUs - (job?.sinceUs ?? atUs);
    const isLate = atUs === this.#thawedAtUs && waitedUs > timing.serverTimeoutUs;
    const isDue = waitedUs === timing.serverTimeoutUs || isLate;
    if (isTimeout && (!isDue || status !== 504)) {
      this.#report(`${message.request} gets a ${status} after ${waitedUs} µs without a reply of its server`);
    }
    if (waitedUs > timing.serverTimeoutUs && !isLate)
      this.#report(`${message.request} waits ${waitedUs} µs for its server`);
    if (job === undefined && this.#cluster.openToNewcomers.length > 0) {
      this.#report(`${message.request} gets a ${status} although a server is open`);
    }
    if (ended !== undefined) this.#checkEnd(message, ended);
  }

  #checkEnd(message: ClusterMessage, { job, how }: Ended): void {
    const { request, body } = message;
    const { balancer } = this.#scenario;
    if (how === 'reply') this.#checkBinding(message, job);
    const status = body.kind === 'http-response' ? body.status : null;
    if (how === 'reset' && status !== 502) this.#report(`${request} gets a ${status} after a reset`);
    if (how !== 'refused' && how !== 'no-answer') return;
    const { unknown } = job;
    const due = unknown === null ? balancer.noServerStatus : unknown === 'reset' ? 502 : 504;
    if (status !== due) this.#report(`${request} gets a ${status} after it was refused, and not a ${due}`);
    const left = this.#cluster.openToNewcomers.filter(
      (each) => ![...job.tried, job.forwarded.to].includes(each),
    );
    const gaveUpEarly =
      (balancer.onRefused === 'other-server' && left.length > 0) ||
      (balancer.onRefused === 'same-server' && job.retries < balancer.retriesMax && left.length > 0);
    if (gaveUpEarly) this.#report(`${request} gets a ${status} although it could be sent again`);
  }

  #jobFor({ to, exchange }: ClusterMessage): Job | undefined {
    return [...this.#jobs.values()].find(({ origin }) => origin.from === to && origin.exchange === exchange);
  }

  /** A client that isn't bound to the server yet gets the load balancer's cookie, or a line in its table. */
  #checkBinding({ body, request }: ClusterMessage, { origin, forwarded }: Job): void {
    if (body.kind !== 'http-response' || origin.body.kind !== 'http-request') return;
    const set = body.headers.flatMap(([name, value]) =>
      name === 'Set-Cookie' && value.startsWith('lb=') ? [value.slice(3).split(';')[0]] : [],
    );
    const { binding, reissuesCookie } = this.#scenario.balancer;
    if (this.#isBoundByCookie && binding === 'table') {
      this.#table.set(addressOf(this.#scenario, origin.from), forwarded.to);
    }
    const before = boundServer(origin.body);
    const keeps = before === forwarded.to || binding === 'table' || (before !== undefined && !reissuesCookie);
    const expected = this.#isBoundByCookie && !keeps ? [forwarded.to] : [];
    if (String(set) !== String(expected)) {
      this.#report(`${request} binds its client to "${set}" and not to "${expected}"`);
    }
  }
}

/** Servers that get no requests for some time, because as many requests failed there as the profile allows. */
class FailureMarks {
  readonly #scenario: ClusterScenario;
  readonly #fails = new Map<NodeId, { count: number; sinceUs: number }>();
  readonly #restsUntilUs = new Map<NodeId, number>();

  constructor(scenario: ClusterScenario) {
    this.#scenario = scenario;
  }

  clear(): void {
    this.#fails.clear();
    this.#restsUntilUs.clear();
  }

  /** The load balancer lets a server rest, and counts anew. It says so before what its failure leads to. */
  reset(server: NodeId, atUs: number): void {
    this.#fails.delete(server);
    this.#restsUntilUs.set(server, atUs + this.#scenario.balancer.failTimeoutUs);
  }

  forget(server: NodeId): void {
    this.#fails.delete(server);
    this.#restsUntilUs.delete(server);
  }

  /** A request failed there: its connection, or its server's response. */
  fail(server: NodeId, atUs: number, servers: number): void {
    const { failsMax, failTimeoutUs } = this.#scenario.balancer;
    if (failsMax === 0 || servers < 2 || this.rests(server, atUs)) return;
    const before = this.#fails.get(server);
    // Failures that are almost as far apart as the timeout may count together or not.
    const slackUs = 4 * this.#scenario.network.cluster.maxUs;
    const isRecent = before !== undefined && atUs - before.sinceUs < failTimeoutUs - slackUs;
    const fails = isRecent ? { ...before, count: before.count + 1 } : { count: 1, sinceUs: atUs };
    this.#fails.set(server, fails);
    if (fails.count < failsMax) return;
    this.#fails.delete(server);
    this.#restsUntilUs.set(server, atUs + failTimeoutUs);
  }

  rests(server: NodeId, atUs: number): boolean {
    return atUs < (this.#restsUntilUs.get(server) ?? 0);
  }
}

/**
 * The load balancer finds out that a server is down after a limited number of health checks, and then leaves it alone.
 */
export function detection(report: Report, { timing, network, balancer }: ClusterScenario): Checker {
  const { healthIntervalUs, healthFailuresMax } = timing;
  // The last check can still be on its way when the next one is due.
  const latestUs = (healthFailuresMax + 1) * healthIntervalUs + 4 * network.cluster.maxUs;
  const downSinceUs = new Map<NodeId, number>();
  let balancerSinceUs = 0;
  /** Clients' requests that reached the load balancer. Only their first attempts choose a server in every profile. */
  const asked = new Set<number>();
  return {
    see(event) {
      if (event.kind === 'message-delivered' && event.message.to === LOAD_BALANCER) asked.add(event.id);
      if (event.kind === 'node-crashed' || event.kind === 'node-frozen')
        downSinceUs.set(event.node, event.atUs);
      if (event.kind === 'node-started' || event.kind === 'node-thawed') {
        downSinceUs.delete(event.node);
        if (event.node === LOAD_BALANCER) balancerSinceUs = event.atUs;
      }
      if (event.kind !== 'message-sent' || event.message.from !== LOAD_BALANCER) return;
      const { to, request } = event.message;
      const sinceUs = downSinceUs.get(to);
      if (request === null || sinceUs === undefined || !isServer(to) || !balancer.checksHealth) return;
      if (balancer.onRefused === 'same-server' && !asked.has(event.cause ?? -1)) return;
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
