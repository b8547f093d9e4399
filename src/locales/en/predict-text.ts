/** Predicting, in English. */

import type { Answer, Phase, PredictText, Question } from '../../features/quiz/predict-text.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { Outcome } from '../../simulation/kernel/actor.ts';
import type { VariantId } from '../../simulation/variants.ts';
import { excerpt } from '../phrases.ts';
import { answered, said } from './speech.ts';
import { nameOf, number } from './words.ts';

const instructions: Record<Phase, string> = {
  'first-vote': 'First everybody for themselves: which one?',
  discussion: 'Tell your neighbour why you think so.',
  'second-vote': 'And now? Vote again.',
  revealed: '',
};

const onward: Record<Phase, string> = {
  'first-vote': 'Discuss',
  discussion: 'Vote again',
  'second-vote': 'Reveal',
  revealed: 'See it happen',
};

const lives: Record<VariantId, string> = {
  'server-memory': 'Each server remembers what it was told itself, and nothing else.',
  sticky: 'The load balancer sends a customer back to the server that has the session.',
  replicated: 'Every server gets a copy of the session, a moment after it was written.',
  'shared-store': 'The session is in a store that all servers ask.',
  'client-state': 'Each request says all that is needed, so any server can answer it.',
  'signed-token': 'The client shows a signed token, and any server with the key can check it.',
  tcp: 'TCP waits for an acknowledgment, and sends again what gets lost.',
  udp: 'UDP sends a datagram and forgets it.',
};

const list = new Intl.ListFormat('en', { type: 'disjunction' });
const percent = new Intl.NumberFormat('en', { style: 'percent' });

export const predictText: PredictText = {
  question: 'What do you expect?',
  ask({ kind, intent: line }, client) {
    const words = wordsOf(line);
    const who = client.ordinal === 1 ? '' : `${nameOf(client)}: `;
    if (line?.kind === 'text') return `${who}${words} What will become of it?`;
    return kind === 'server'
      ? `${who}${words} Which server will get it?`
      : `${who}${words} What will be answered?`;
  },
  instructions,
  onward,
  reveal: 'Reveal',
  skip: 'Skip',
  option: optionOf,
  countHands: 'Count hands',
  handsFor: (letter) => `Hands for ${letter}`,
  oneMore: (letter) => `One more hand for ${letter}`,
  oneFewer: (letter) => `One hand fewer for ${letter}`,
  votes: (count, share, round) =>
    `${round === 0 ? 'First vote' : 'Second vote'}: ${number.format(count)} (${percent.format(share)})`,
  right: 'Right',
  wrong: 'Not here',
  yourAnswer: 'Your answer',
  lives,
  soWith: (variants) => `It would be so with ${list.format(variants)}.`,
  soWithoutCommands: 'Had nothing been done to the cluster, it would be so.',
  here: (variant) => `Here it is ${variant}.`,
  isWell: (server) => `${nameOf(server)} is well, but it was not chosen.`,
};

function wordsOf(line: Question['intent']): string {
  if (line === null) return 'The next request.';
  return line.kind === 'text' ? `“${excerpt(line.text)}”` : `“${said(line)}”`;
}

function optionOf(answer: Answer): string {
  switch (answer.kind) {
    case 'server':
      return nameOf(roleOf(answer.node));
    case 'heard': {
      const words = answered(answer.meaning);
      const status = answer.meaning.kind === 'incomplete' ? 409 : 200;
      return (answer.meaning.kind === 'problem' ? words : `${status} ${words}`).replace(' ', ' · ');
    }
    case 'unanswered':
      return unanswered[answer.outcome];
    case 'transported':
      return transported(answer.outcome, answer.hasArrived);
    default:
      throw new Error(`Unknown answer ${answer satisfies never}`);
  }
}

const unanswered: Record<Extract<Answer, { kind: 'unanswered' }>['outcome'], string> = {
  refused: 'No answer: nobody is there',
  'timed-out': 'No answer: the customer gives up waiting',
  failed: 'No answer: the connection breaks',
};

function transported(outcome: Outcome, hasArrived: boolean): string {
  switch (outcome) {
    case 'answered':
      return 'It arrives, and the client learns so';
    case 'sent':
      return hasArrived ? 'It arrives, but the client is not told' : 'It is lost, and nobody is told';
    case 'timed-out':
      return 'The client waits in vain, and gives up';
    case 'failed':
      return 'The connection breaks, and the client learns so';
    case 'refused':
      return 'Nobody listens there, and the client learns so';
    default:
      throw new Error(`Unknown outcome ${outcome satisfies never}`);
  }
}
