/** What a client and a server have in common that carry HTTP over TCP: an actor within, which knows nothing of it. */
import type { ClusterActor, ClusterContext, ClusterEffect, ClusterInput } from '../../cluster.ts';
import type { HostReaction, TcpHost, TcpNotice } from './tcp-host.ts';

export interface OverTcpState<Inner> {
  readonly host: TcpHost;
  readonly inner: Inner;
  /** The number of the message that the actor within was given last: below zero, so that it is none of the kernel's. */
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
    if (input.kind === 'message' && input.message.body.kind === 'tcp-segment') {
      return this.follow(host.arrive(input.message, input.message.body, this.context));
    }
    const expired = input.kind === 'timer' ? host.expire(input.timer, this.context) : null;
    return expired === null ? this.tell(input) : this.follow(expired);
  }

  /** The actor within reacts, and what it says in HTTP goes over a connection. */
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
