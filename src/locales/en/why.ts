/** Why something came out as it did, in English. */
import type { WhyFacts } from '../../sequence/phrasebook.ts';
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
    case 'had-crashed':
      return `${node} had crashed, and nobody had noticed yet.`;
    case 'nothing-was-sent':
      return 'So nothing was sent to it, and nothing was done.';
    case 'is-not-repeated':
      return 'Nobody knows how far it had got, so this is not sent again by itself.';
    case 'is-repeated':
      return 'To ask twice does no harm here, so another one was asked.';
    case 'nobody-is-told':
      return 'Whoever sent it is not told, and waits until the time is up.';
    case 'was-never-there':
      return 'There was never one of that name.';
    case 'session-expired':
      return 'The session had not been used for too long, or was too old.';
    case 'token-expired':
      return 'The token was good for a limited time, and that is over.';
    case 'token-was-revoked':
      return 'Its owner had logged out, and the token is on the list since.';
    case 'nothing-was-shown':
      return 'The request carried nothing that says who is asking.';
    case 'has-no-right':
      return 'The client is known, and its role does not allow this.';
    case 'is-always-checked':
      return `${node} checks that with every request.`;
    case 'token-was-changed':
      return 'What the token says now is not what was signed.';
    case 'key-was-replaced':
      return 'What the former key has signed is no longer accepted.';
    case 'has-no-key':
      return 'Without a key it cannot check what others have signed.';
    case 'was-away':
      return 'Meanwhile the time ran out.';
    case 'was-emptied':
      return 'What it had kept is gone.';
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
