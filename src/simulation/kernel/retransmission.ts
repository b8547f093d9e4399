/**
 * What a cut link does to connections that are taken for granted: TCP holds what it has sent and retransmits it until the
 * link is restored, after 1, 2, 4 … seconds (RFC 6298 §2.1 and §5.5), in order.
 */
import type { Domain } from './actor.ts';
import type { Link } from './network.ts';
import type { Delivery, HeldByLink, ScheduledEvent } from './scheduled-event.ts';
import type { Timeline } from './timeline.ts';

const FIRST_WAIT_US = 1_000_000;
/** RFC 6298 §2.5. */
const WAIT_MAX_US = 60_000_000;
/** How long TCP tries when its sender doesn't give up earlier (RFC 9293 §3.8.3, R2). */
const PATIENCE_US = 100_000_000;

export class Retransmission<D extends Domain> {
  readonly #timeline: Timeline<D>;
  readonly #held = new Map<Link, HeldByLink<D>>();

  constructor(timeline: Timeline<D>) {
    this.#timeline = timeline;
  }

  /** Whether messages wait for this link, so that later ones wait behind them. */
  holds(link: Link): boolean {
    return this.#held.has(link);
  }

  hold(delivery: Delivery<D>): void {
    const { link } = delivery.route;
    const dueUs = this.#timeline.nowUs + FIRST_WAIT_US;
    let held = this.#held.get(link);
    if (held === undefined) {
      held = { link, deliveries: [delivery], waitUs: FIRST_WAIT_US, dueUs, background: delivery.background };
      this.#held.set(link, held);
      this.#schedule(held);
      return;
    }
    const behind = held.deliveries.findIndex(({ content }) => content.id > delivery.content.id);
    held.deliveries.splice(behind < 0 ? held.deliveries.length : behind, 0, delivery);
    // A wait in the background would not keep the run going.
    if (!held.background || delivery.background) return;
    held.background = false;
    this.#schedule(held);
  }

  /** Tries again. Messages whose sender has given up, or is gone, are lost. */
  tryAgain(held: HeldByLink<D>): void {
    const { link, deliveries } = held;
    const { nowUs } = this.#timeline;
    // An attempt that was scheduled twice.
    if (this.#held.get(link) !== held || held.dueUs !== nowUs) return;
    const waiting = deliveries.filter((delivery) => !this.#isGivenUp(delivery));
    for (const delivery of deliveries) if (!waiting.includes(delivery)) this.#lose(delivery);
    if (waiting.length > 0 && link.isCut) {
      held.deliveries.splice(0, deliveries.length, ...waiting);
      held.waitUs = Math.min(2 * held.waitUs, WAIT_MAX_US);
      held.dueUs = nowUs + held.waitUs;
      held.background = waiting.every(({ background }) => background);
      this.#schedule(held);
      return;
    }
    this.#held.delete(link);
    for (const delivery of waiting) {
      this.#timeline.schedule(delivery, link.arrivalUs(delivery.content.role, nowUs));
    }
  }

  #isGivenUp({ sender, fromEpoch, content, sentAtUs }: Delivery<D>): boolean {
    const patienceUs = content.role === 'request' ? (sender.patienceUs ?? PATIENCE_US) : PATIENCE_US;
    return !sender.isUp || sender.epoch !== fromEpoch || this.#timeline.nowUs - sentAtUs >= patienceUs;
  }

  #lose({ content: message, cause, background }: Delivery<D>): void {
    this.#timeline.cause = cause;
    this.#timeline.isBackground = background;
    this.#timeline.report({ kind: 'message-lost', message, why: 'link-cut' });
  }

  #schedule(held: HeldByLink<D>): void {
    const { dueUs, background } = held;
    const event: ScheduledEvent<D> = { kind: 'retransmit', held, cause: null, background };
    this.#timeline.schedule(event, dueUs);
  }
}
