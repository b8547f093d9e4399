/** Shared part of client and server that carry HTTP over TCP: an inner actor, unaware of TCP. */
import type { ClusterActor, ClusterContext, ClusterEffect, ClusterInput } from '../../cluster.ts';
import type { HostReaction, TcpNotice } from './tcp-host.ts';
import { hostReaction, type TcpSystemState } from './tcp-system.ts';

export interface OverTcpState<Inner> extends TcpSystemState {
  readonly inner: Inner;
  /** ID of the last message passed to the inner actor. Negative, so that it can't clash with the kernel's IDs. */
  lastMessage: number;
}

/** One reaction of such an actor. */
export abstract class OverTcp<Inner, State extends OverTcpState<Inner>> {
  protected readonly inner: ClusterActor<Inner>;
  protected readonly state: State;
  protected readonly context: ClusterContext;

  constructor(inner: ClusterActor<Inner>, state: State, context: ClusterContext) {
    this.inner = inner;
    this.state = state;
    this.context = context;
  }

  react(input: ClusterInput): readonly ClusterEffect[] {
    const { host } = this.state;
    if (input.kind === 'started') return [...host.start(this.context), ...this.tell(input)];
    const reaction = hostReaction(this.state, input, this.context);
    return reaction === null ? this.tell(input) : this.follow(reaction);
  }

  /** Lets the inner actor react, and sends its HTTP messages over a connection. */
  protected tell(input: ClusterInput): readonly ClusterEffect[] {
    return this.inner.react(this.state.inner, input, this.context).flatMap((effect) => this.carry(effect));
  }

  protected abstract carry(effect: ClusterEffect): readonly ClusterEffect[];

  protected follow({ effects, notices }: HostReaction): readonly ClusterEffect[] {
    return [...effects, ...notices.flatMap((notice) => this.heed(notice))];
  }

  protected abstract heed(notice: TcpNotice): readonly ClusterEffect[];

  protected nextMessage(): number {
    this.state.lastMessage -= 1;
    return this.state.lastMessage;
  }

  protected close(connection: string): readonly ClusterEffect[] {
    const { host } = this.state;
    return this.follow(host.close(connection, host.requestOf(connection), this.context));
  }
}
