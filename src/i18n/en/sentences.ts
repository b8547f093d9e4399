/** The list of steps, in English. */
import type { ForwardFacts, StepFacts } from '../../diagram/phrasebook.ts';
import { shortId } from '../phrases.ts';
import { detail, label, problemCaption } from './bands.ts';
import { answered, factsIn, said } from './speech.ts';
import { nameOf } from './words.ts';

export function sentence(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request':
      return `${nameOf(facts.from)} says to ${nameOf(facts.to)}: ${said(facts.said)}`;
    case 'forward':
      return `${nameOf(facts.from)} passes it to ${nameOf(facts.to)}. ${consequence(facts)}`.trim();
    case 'reply': {
      const missing = facts.unknownSession ? ` ${nameOf(facts.from)} has no such session.` : '';
      const words = facts.reply.kind === 'problem' ? problemCaption(facts) : answered(facts.reply);
      return `${nameOf(facts.from)} answers ${nameOf(facts.to)}: ${facts.status}. ${words}${missing}`;
    }
    case 'crash':
    case 'restart':
      return `${label(facts)}. ${detail(facts)}.`;
    default:
      throw new Error(`Unknown facts ${facts satisfies never}`);
  }
}

function consequence(facts: ForwardFacts): string {
  const server = nameOf(facts.to);
  if (facts.fate !== 'delivered') return `${server} does not answer.`;
  const parts: string[] = [];
  if (facts.unknownSession !== null) parts.push(`${server} has no session ${shortId(facts.unknownSession)}.`);
  if (facts.remembered !== null) parts.push(`${server} remembers: ${factsIn(facts.remembered).join(' ')}.`);
  if (facts.orderSaved) parts.push('The order is saved in the database.');
  if (facts.mode === 'stateless') parts.push(`${server} remembers nothing.`);
  return parts.join(' ');
}
