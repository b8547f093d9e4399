/** What stands on arrows and bands, in English. */
import type { OperatorFacts, ReplyFacts, StepFacts } from '../../diagram/phrasebook.ts';
import { answered, said } from './speech.ts';
import { nameOf, number, plural } from './words.ts';

export function label(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return said(facts.said);
    case 'forward':
      return `→ ${nameOf(facts.to)}${facts.fate === 'delivered' ? '' : ': no answer'}`;
    case 'reply':
      return answered(facts.reply);
    case 'crash':
      return facts.result === 'done' ? `${nameOf(facts.node)} crashes` : `Crash ${nameOf(facts.node)}`;
    case 'restart':
      return facts.result === 'done' ? `${nameOf(facts.node)} restarts` : `Restart ${nameOf(facts.node)}`;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

export function detail({ kind, node, result, sessionsLost, mode }: OperatorFacts): string {
  switch (result) {
    case 'already-down':
      return 'It is down already. Nothing changes';
    case 'already-up':
      return 'It is running already. Nothing changes';
    case 'already-member':
      return 'It is running already. Nothing changes';
    case 'already-cut':
    case 'not-cut':
      return 'Nothing changes';
    case 'no-such-node':
      return `There is no ${nameOf(node)}. Nothing changes`;
    case 'done':
      if (kind === 'restart') return mode === 'stateful' ? 'It is back, and remembers nothing' : 'It is back';
      if (sessionsLost > 0) return `${sessions(sessionsLost)} gone with its memory`;
      return mode === 'stateful' ? 'No session was in its memory' : 'It had nothing to lose';
    default:
      throw new Error(`Unknown result ${result satisfies never}`);
  }
}

function sessions(count: number): string {
  return plural.select(count) === 'one' ? `${count} session is` : `${number.format(count)} sessions are`;
}

export function problemCaption({ from, status }: ReplyFacts): string {
  if (status === 502) return 'The server died before it answered. What it had done, nobody knows.';
  if (status === 503 && from.role === 'load-balancer') return 'No server is left to answer.';
  return `${nameOf(from)} cannot answer this.`;
}
