/** The list of steps, in English. */
import type { Fate, ForwardFacts, ReplyFacts, StepFacts } from '../../sequence/step-facts.ts';
import { ended, shortId } from '../phrases.ts';
import { detail, label } from './bands.ts';
import { problemCaption } from './problems.ts';
import { answered, memoryIn, said } from './speech.ts';
import {
  datagramConsequence,
  datagramLabel,
  segmentConsequence,
  segmentLabel,
  statesOf,
} from './transport.ts';
import { nameOf } from './words.ts';

export function sentence(facts: StepFacts): string {
  switch (facts.kind) {
    case 'request': {
      const again = facts.attempt > 1 ? ' again' : '';
      return `${nameOf(facts.from)} says to ${nameOf(facts.to)}${again}: ${said(facts.intent)}${fateOf(facts)}`;
    }
    case 'forward':
      return `${nameOf(facts.from)} passes it to ${nameOf(facts.to)}. ${consequence(facts)}`.trim();
    case 'reply':
      return replySentence(facts);
    case 'hand-over':
      return `${nameOf(facts.from)} hands what it proves itself with over to ${nameOf(facts.to)}.${fateOf(facts)}`;
    case 'segment': {
      const sends = `${nameOf(facts.from)} sends ${nameOf(facts.to)}: ${ended(segmentLabel(facts))}`;
      return facts.fate.kind === 'delivered'
        ? `${sends} ${segmentConsequence(facts)} ${statesOf(facts)}.`
        : `${sends}${fateOf(facts)}`;
    }
    case 'datagram':
      return `${nameOf(facts.from)} sends ${nameOf(facts.to)}: ${ended(datagramLabel(facts))} ${datagramConsequence(facts)}`;
    case 'copy':
      return `${nameOf(facts.from)} tells ${nameOf(facts.to)}: ${ended(label(facts))}${fateOf(facts)}`;
    case 'store':
      return `${nameOf(facts.from)} says to ${nameOf(facts.to)}: ${ended(label(facts))}${fateOf(facts)}`;
    case 'database':
      return `${nameOf(facts.from)} to ${nameOf(facts.to)}: ${ended(label(facts))}${fateOf(facts)}`;
    case 'health-check':
      return `${nameOf(facts.from)} asks whether ${nameOf(facts.to)} is well. It does not answer.`;
    default: {
      const more = detail(facts);
      return more === '' ? ended(label(facts)) : `${ended(label(facts))} ${ended(more)}`;
    }
  }
}

function fateOf({ fate }: { readonly fate: Fate }): string {
  switch (fate.kind) {
    case 'delivered':
      return '';
    case 'refused':
      return ' Nobody answers there.';
    case 'lost':
      return ' It is lost on the way.';
    default:
      throw new Error(`Unknown fate ${fate satisfies never}`);
  }
}

function replySentence(facts: ReplyFacts): string {
  const server = nameOf(facts.from);
  if (facts.isPassedOn) {
    return `${server} passes the answer on to ${nameOf(facts.to)}: ${facts.status}. ${ended(answered(facts.meaning).replace(/^\d+ /, ''))}`;
  }
  const missing =
    facts.unknownSession && facts.meaning.kind === 'incomplete' ? ` ${server} has no such session.` : '';
  const words =
    facts.meaning.kind === 'problem'
      ? `${ended(answered(facts.meaning).replace(/^\d+ /, ''))} ${problemCaption(facts)}`
      : answered(facts.meaning);
  const late = facts.isLate ? ' It comes too late.' : '';
  return `${server} answers ${nameOf(facts.to)}: ${facts.status}. ${words}${missing}${late}${fateOf(facts)}`;
}

function consequence(facts: ForwardFacts): string {
  const server = nameOf(facts.to);
  if (facts.fate.kind === 'refused') return `${server} does not answer.`;
  if (facts.fate.kind === 'lost') return fateOf(facts).trim();
  const { remembered, unknownSession, orderSaved, charged, forgot } = facts.effects;
  const parts: string[] = [];
  if (unknownSession !== null) parts.push(`${server} has no session ${shortId(unknownSession)}.`);
  if (remembered !== null) parts.push(`${server} remembers: ${memoryIn(remembered)}.`);
  else if (forgot) parts.push(`${server} ends the session.`);
  if (orderSaved) parts.push('The order is saved in the database.');
  if (charged) parts.push('The payment is in the database.');
  if (facts.mode === 'stateless') parts.push(`${server} remembers nothing.`);
  return parts.join(' ');
}
