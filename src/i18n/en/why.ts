/** Why something came out as it did, in English. */
import type { WhyFacts } from '../../diagram/phrasebook.ts';
import type { BalancingPolicy } from '../../simulation/actors/balancing.ts';
import type { LossReason } from '../../simulation/kernel/trace-event.ts';
import { nameOf } from './words.ts';

export function why(reason: WhyFacts): string {
  const node = nameOf(reason.node);
  switch (reason.kind) {
    case 'has-no-session':
      return `${node} was asked for a session that it does not have.`;
    case 'session-was-on':
      return `That session was in the memory of ${node}.`;
    case 'session-is-on':
      return `That session is in the memory of ${node}.`;
    case 'crash-took-it':
      return `${node} crashed, and its memory was gone with it.`;
    case 'left-with-it':
      return `${node} left, and took its memory along.`;
    case 'ended-it':
      return `${node} had ended it.`;
    case 'copy-was-lost':
      return `The copy for ${node} was lost on the way.`;
    case 'was-not-copied':
      return `${node} had not sent its copy yet.`;
    case 'has-no-connection':
      return `${node} was told something over a connection that it does not know.`;
    case 'connection-was-on':
      return `That connection was in the memory of ${node}.`;
    case 'was-marked-down':
      return `The load balancer takes ${node} for dead.`;
    case 'did-not-answer':
      return `${node} did not answer.`;
    case 'died-at-work':
      return `${node} had the request, and died before it answered.`;
    case 'was-instructed':
      return `Somebody had changed something at ${node} before.`;
    case 'policy-chose':
      return `The load balancer chose ${node}: ${policies[reason.policy]}.`;
    case 'message-was-lost':
      return `A message to ${node} never arrived: ${losses[reason.why]}.`;
    default:
      throw new Error(`Unknown reason ${reason satisfies never}`);
  }
}

const policies: Record<BalancingPolicy, string> = {
  first: 'it takes the first healthy one',
  'round-robin': 'it takes each in turn',
  'least-connections': 'it takes the least busy one',
  cookie: 'it goes by its cookie',
  'source-address': 'it goes by the address',
};

const losses: Record<LossReason, string> = {
  loss: 'the network lost it',
  'link-cut': 'the link is cut',
  dropped: 'it got lost on the way',
  'receiver-gone': 'nobody waited for it any more',
};
