/** The operating system's part of a server with TCP: it goes on while the process is frozen, and after it died. */
import type { ClusterActor, ClusterContext, ClusterInput } from '../../cluster.ts';
import type { HostReaction, TcpHost, TcpNotice } from './tcp-host.ts';

export interface TcpSystemState {
  readonly host: TcpHost;
  /** What the host has told a frozen process, input by input. */
  readonly unread: (readonly TcpNotice[])[];
}

export function tcpSystem<State extends TcpSystemState>(): NonNullable<ClusterActor<State>['system']> {
  return {
    whileFrozen({ host, unread }, input, context) {
      const reaction = reactionOf(host, input, context);
      if (reaction === null) return null;
      unread.push(reaction.notices);
      return reaction.effects;
    },
    die({ host, unread }, context) {
      const notices = unread.flat().filter(({ kind }) => kind === 'delivered');
      return host.die(new Set(notices.map(({ connection }) => connection)), context);
    },
    afterDeath({ host }, message, context) {
      return message.body.kind === 'tcp-segment' ? host.afterDeath(message, message.body, context) : [];
    },
  };
}

/** The host's reaction, or what is left of it for a process that was frozen meanwhile; null for other inputs. */
export function hostReaction(
  { host, unread }: TcpSystemState,
  input: ClusterInput,
  context: ClusterContext,
): HostReaction | null {
  const isForHost = input.kind === 'timer' ? isTcpTimer(input.timer) : isSegment(input);
  if (!isForHost) return null;
  const notices = unread.shift();
  return notices === undefined ? reactionOf(host, input, context) : { effects: [], notices };
}

function reactionOf(host: TcpHost, input: ClusterInput, context: ClusterContext): HostReaction | null {
  if (input.kind === 'timer') return host.expire(input.timer, context);
  if (input.kind !== 'message' || input.message.body.kind !== 'tcp-segment') return null;
  return host.arrive(input.message, input.message.body, context);
}

function isSegment(input: ClusterInput): boolean {
  return input.kind === 'message' && input.message.body.kind === 'tcp-segment';
}

function isTcpTimer(timer: string | number): boolean {
  return String(timer).startsWith('tcp ');
}
