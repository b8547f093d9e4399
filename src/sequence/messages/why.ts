/** The facts that decided a step. */
import type { WhyFacts } from '../phrasebook.ts';
import { type Message, message } from './message.ts';
import { quoted } from './nodes.ts';
import { said } from './speech.ts';

export function reasonOf(reason: WhyFacts): Message {
  switch (reason.kind) {
    case 'policy-chose': {
      const policy = message(`why.policy.${reason.policy}`);
      return message('why.policy-chose', { node: reason.node, policy });
    }
    case 'message-was-lost': {
      const loss = message(`why.loss.${reason.why}`);
      return message('why.message-was-lost', { node: reason.node, loss });
    }
    case 'had-changed':
    case 'wrote-over':
    case 'had-ended':
    case 'brought-back':
      return message(`why.${reason.kind}`, { words: quoted(said(reason.intent)) });
    case 'no-check-had-failed':
    case 'too-few-checks-had-failed':
    case 'no-checks-are-made':
    case 'gives-up':
    case 'has-no-servers':
    case 'has-no-other-server':
    case 'result-is-unknown':
    case 'has-the-same-key':
    case 'is-not-recognized':
    case 'was-not-said':
    case 'kept-changing':
    case 'is-locked':
    case 'credentials-are-wrong':
    case 'no-refresh-tokens':
    case 'another-was-faster':
    case 'reuse-ends-login':
    case 'lost-its-table':
    case 'is-not-repeated':
    case 'is-repeated':
    case 'nobody-waits':
    case 'was-never-there':
    case 'session-expired':
    case 'token-expired':
    case 'token-was-revoked':
    case 'nothing-was-shown':
    case 'no-password-was-shown':
    case 'has-no-right':
    case 'token-was-changed':
    case 'was-away':
    case 'keys-are-own':
    case 'seal-is-broken':
    case 'cookie-was-too-large':
    case 'keeps-the-old-cookie':
    case 'no-server-remembers-it':
    case 'deny-list-has-another':
      return message(`why.${reason.kind}`);
    default:
      return message(`why.${reason.kind}`, { node: reason.node });
  }
}
