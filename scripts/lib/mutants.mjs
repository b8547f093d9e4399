/**
 * Deliberate bugs that the soak must find. Each replaces one piece of the simulation's source, which must be there exactly
 * once: a mutant that no longer fits its source fails the build instead of testing nothing.
 */

/**
 * @typedef {object} Mutant
 * @property {string} name
 * @property {string} file from `src/simulation`
 * @property {string} from
 * @property {string} to
 */

/** @type {readonly Mutant[]} */
export const mutants = [
  {
    name: 'a browser keeps deleted cookies',
    file: 'actors/browser.ts',
    from: "isDeleted ? { kind: 'forget', key: keyOf(item) } : keep(item)",
    to: 'keep(item)',
  },
  {
    name: 'a server takes the newest request of its queue',
    file: 'actors/workers.ts',
    from: 'this.#line.shift()',
    to: 'this.#line.pop()',
  },
  {
    name: 'a queue holds one request more',
    file: 'actors/workers.ts',
    from: 'this.#line.length < this.#options.capacity.queueMax',
    to: 'this.#line.length <= this.#options.capacity.queueMax',
  },
  {
    name: 'a client retries once less',
    file: 'actors/client.ts',
    from: 'pending.attempt > retries ?',
    to: 'pending.attempt >= retries ?',
  },
  {
    name: 'a client waits twice as long',
    file: 'actors/client-script.ts',
    from: 'timer: timerOf(PATIENCE, tab), delayUs: options.timeoutUs',
    to: 'timer: timerOf(PATIENCE, tab), delayUs: 2 * options.timeoutUs',
  },
  {
    name: 'a POST is repeated after a reset',
    file: 'actors/upstream-failure.ts',
    from: 'return isIdempotent(requestIn(message))',
    to: 'return true',
  },
  {
    name: 'the affinity cookie is ignored',
    file: 'actors/server-choice.ts',
    from: 'servers.includes(bound) && isFit(health, bound)',
    to: 'false',
  },
  {
    name: 'round robin stays where it is',
    file: 'actors/server-choice.ts',
    from: 'state.turn = (index + 1) % servers.length;',
    to: 'state.turn = index;',
  },
  {
    name: 'a queued request says that it did not wait',
    file: 'actors/workers.ts',
    from: 'context.nowUs - queuedSinceUs',
    to: '0',
  },
  {
    name: 'a restarted load balancer forgets who drains',
    file: 'actors/health.ts',
    from: 'health.draining.add(item.server);',
    to: '',
  },
  {
    name: 'a date is up to a second old',
    file: 'protocols/http-date.ts',
    from: 'second !== latest.second',
    to: '!(Math.abs(second - latest.second) < 2)',
  },
  {
    name: 'an idempotency key is charged twice',
    file: 'actors/database.ts',
    from: 'idempotencyKey === null ? undefined : state.chargesByKey.get(idempotencyKey)',
    to: 'undefined',
  },
  {
    name: 'over TCP, a late response answers the next request',
    file: 'actors/transport/http-client-over-tcp.ts',
    from: 'channels.find((each) => each.asked === null)',
    to: 'channels[0]',
  },
  {
    name: 'a session ends after its idle timeout, used or not',
    file: 'session.ts',
    from: 'createdUs + absoluteUs);',
    to: 'createdUs + idleUs);',
  },
  {
    name: 'least connections prefers the busiest server',
    file: 'actors/server-choice.ts',
    from: 'Math.min(...fit.map(load))',
    to: 'Math.max(...fit.map(load))',
  },
  {
    name: 'an address is told apart by its client',
    file: 'actors/server-choice.ts',
    from: 'addressOf(from), servers',
    to: 'from, servers',
  },
  {
    name: 'the load balancer waits twice as long for a server',
    file: 'actors/forwarding.ts',
    from: 'untilUs: nowUs + serverTimeoutUs',
    to: 'untilUs: nowUs + 2 * serverTimeoutUs',
  },
  {
    name: 'a profile without redispatch redispatches',
    file: 'actors/upstream-failure.ts',
    from: 'if (!conduct.redispatches || servers.length < 2) return false;',
    to: '',
  },
  {
    name: 'a server that has just failed gets requests',
    file: 'actors/health.ts',
    from: 'if (resting.has(server)) return false;',
    to: '',
  },
  {
    name: 'a process loses what waited while it was frozen',
    file: 'kernel/operator.ts',
    from: 'else this.#react(node, next.input);',
    to: '',
  },
  {
    name: 'a dark machine resets its connections',
    file: 'kernel/message-bus.ts',
    from: 'if (!node.isDark) this.#sendBack',
    to: 'this.#sendBack',
  },
  {
    name: 'a compare-and-set is carried out in any case',
    file: 'actors/store-entries.ts',
    from: 'return before?.value === onlyIfEqual;',
    to: 'return true;',
  },
  {
    name: 'a lock that another request holds is taken',
    file: 'actors/store-entries.ts',
    from: 'return before === undefined;',
    to: 'return true;',
  },
  {
    name: 'a lock that another request took is given back',
    file: 'actors/store-entries.ts',
    from: 'liveEntry(command.key, context)?.value === command.onlyIfEqual',
    to: 'true',
  },
  {
    name: 'a server that is closed to newcomers gets them',
    file: 'actors/health.ts',
    from: 'isFit(health, server) && !health.closed.has(server)',
    to: 'isFit(health, server)',
  },
  {
    name: 'a frozen process reacts to messages',
    file: 'kernel/kernel.ts',
    from: `  #give(node: Node<D>, input: Input<D>): void {
    if (!node.isFrozen) {`,
    to: `  #give(node: Node<D>, input: Input<D>): void {
    if (node.isUp) {`,
  },
  {
    name: 'a client ignores its retry budget',
    file: 'retry-policy.ts',
    from: 'credit < RETRY_COST_PERCENT ? null : ',
    to: '',
  },
  {
    name: 'a client does not wait before it retries',
    file: 'retry-policy.ts',
    from: ': longestUs;',
    to: ': 0;',
  },
  {
    name: 'a refresh token is exchanged again and again',
    file: 'strategies/token-registry.ts',
    from: 'if (kept.secret === secret) return rotate',
    to: 'if (kept.secret !== "") return rotate',
  },
  {
    name: 'a rotation does not check that nobody else was faster',
    file: 'strategies/token-registry.ts',
    from: '{ ...options, former, onlyIfEqual: text }',
    to: '{ ...options, former }',
  },
  {
    name: 'a former refresh token stays good',
    file: 'strategies/token-registry.ts',
    from: 'nowUs - former.atUs < graceUs',
    to: 'nowUs >= 0',
  },
  {
    name: 'a reuse of a refresh token is refused and nothing more',
    file: 'strategies/token-registry.ts',
    from: 'andThen(closeGrant(use.sid, askStore, context), context, (problem) =>',
    to: 'andThen(done(null), context, (problem) =>',
  },
  {
    name: 'a login that its store loses is not counted',
    file: 'losses/session-states.ts',
    from: '!(isSessionItem(item) || isLogin(item))',
    to: '!isSessionItem(item)',
  },
  {
    name: 'a write does not say what it replaces',
    file: 'strategies/shared-store/behaviour.ts',
    from: '...(!isNew && before !== null && isChecked(sessions) && { onlyIfEqual: sessionText(before) }),',
    to: '',
  },
  {
    name: 'a sealed cookie is opened with the keys of all servers',
    file: 'protocols/jwe.ts',
    from: 'const candidates = keys.filter(',
    to: 'const all = (globalThis.keysOfAll ??= []);\n  all.push(...keys.filter((key) => !all.some(({ k }) => k === key.k)));\n  const candidates = all.filter(',
  },
  {
    name: 'a token is not compared with its signature',
    file: 'protocols/jws.ts',
    from: 'equalBytes(signatureOf(signingInput, key), signature)',
    to: 'signature.length > 0',
  },
  {
    name: 'a rotation keeps a key that it should remove',
    file: 'strategies/key-ring.ts',
    from: 'isIssuer ? key : publicHalfOf(key), { keepsOld })',
    to: 'isIssuer ? key : publicHalfOf(key), { keepsOld: true })',
  },
];

/**
 * @param {Mutant} mutant
 * @param {string} source of the mutant's file
 * @returns {string} the source with the bug
 */
export function mutated({ name, file, from, to }, source) {
  const pieces = source.split(from);
  if (pieces.length !== 2) {
    throw new Error(
      `The mutant "${name}" needs this once in ${file}, and it's there ${pieces.length - 1} times: ${from}`,
    );
  }
  return pieces.join(to);
}

/**
 * Puts a bug into a bundle.
 *
 * @param {Mutant} mutant
 * @returns {import('vite').Plugin}
 */
export function mutate(mutant) {
  let wasFound = false;
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(`/src/simulation/${mutant.file}`)) return undefined;
      wasFound = true;
      return mutated(mutant, code);
    },
    buildEnd(error) {
      if (error === undefined && !wasFound) throw new Error(`Nothing imports ${mutant.file}.`);
    },
  };
}
