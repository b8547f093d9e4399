/** Why a request got no answer of the application, in English. */
import type { ProblemCode, ReplyFacts } from '../../sequence/step-facts.ts';
import type { Status } from '../../simulation/protocols/http.ts';
import { nameOf } from './words.ts';

/** A few words for an arrow. */
export function problemLabel(status: Status, code: ProblemCode | null): string {
  return `${status} ${code === null ? statusWords[status] : codeWords[code]}`;
}

const statusWords: Record<Status, string> = {
  200: 'An answer that makes no sense',
  400: 'Bad request',
  401: 'Log in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  502: 'Bad gateway',
  503: 'Not available',
  504: 'No answer in time',
};

const codeWords: Record<ProblemCode, string> = {
  'no-server': 'No server',
  'server-timeout': 'No answer in time',
  'connection-reset': 'The answer is lost',
  invalid: 'Bad request',
  'not-found': 'Not found',
  'server-busy': 'Too busy',
  forbidden: 'Not allowed',
  'not-logged-in': 'Log in first',
  'wrong-credentials': 'Wrong name or password',
  'database-unavailable': 'Database out of reach',
  'sessions-unavailable': 'Sessions out of reach',
  'none-presented': 'Log in first',
  'unknown-session': 'Who are you?',
  'expired-session': 'Session expired',
  malformed: 'That is no token',
  'algorithm-none': 'Token without a signature',
  'unknown-algorithm': 'Wrong algorithm',
  'unsupported-critical': 'Unknown extension',
  'unknown-key': 'No key for this token',
  'bad-signature': 'Signature does not match',
  'invalid-claims': 'Claims are missing',
  'wrong-issuer': 'Wrong issuer',
  'wrong-audience': 'Wrong audience',
  expired: 'Token expired',
  'not-yet-valid': 'Token not yet valid',
  revoked: 'Token revoked',
  invalid_grant: 'Refresh token not accepted',
};

/** What it means, as the beginning of a caption; the label is its end. */
export function problemCaption({ from, meaning, verdict, isNewServer, keeps }: ReplyFacts): string {
  const server = nameOf(from);
  const code = meaning.kind === 'problem' ? meaning.code : null;
  switch (code) {
    case 'no-server':
      return 'No server is left to answer.';
    case 'server-timeout':
      return 'The server took too long. What it has done, nobody knows.';
    case 'connection-reset':
      return 'The server died before it answered. What it had done, nobody knows.';
    case 'server-busy':
      return `${server} has too many waiting already.`;
    case 'database-unavailable':
      return `${server} cannot reach the database.`;
    case 'sessions-unavailable':
      return `${server} cannot reach the sessions.`;
    case 'unknown-session':
      if (keeps === 'shared-sessions') return 'Not even the store knows this session.';
      return isNewServer
        ? `${server} has never met this customer, and has no such session.`
        : `${server} has no such session.`;
    case 'expired-session':
      return `${server} finds the session, but it is too old.`;
    case 'none-presented':
    case 'not-logged-in':
      return verdict === 'asked-again'
        ? `${server} does not know that this customer has logged in.`
        : `${server} does not know who is asking.`;
    case 'wrong-credentials':
      return 'Name and password do not belong together.';
    case 'forbidden':
      return `${server} knows who this is, and says no.`;
    case 'unknown-key':
      return `${server} has no key to check this token with.`;
    case 'bad-signature':
      return `${server} sees that the token was changed, or signed by somebody else.`;
    case 'algorithm-none':
    case 'unknown-algorithm':
      return `${server} accepts only its own algorithm.`;
    case 'expired':
      return 'The token was good until its time was over.';
    case 'revoked':
      return 'The token is on the list of those no longer accepted.';
    case 'invalid_grant':
      return 'The refresh token was used, or given back, or never given.';
    case 'malformed':
    case 'invalid-claims':
    case 'unsupported-critical':
    case 'wrong-issuer':
    case 'wrong-audience':
    case 'not-yet-valid':
      return `${server} does not accept this token.`;
    case 'invalid':
    case 'not-found':
    case null:
      return `${server} cannot answer this.`;
    default:
      throw new Error(`Unknown problem ${code satisfies never}`);
  }
}
