/** Predicting, in English. */

import type { Phase, PredictText } from '../../features/quiz/predict-text.ts';
import { excerpt } from '../../sequence/messages/excerpts.ts';
import type { VariantId } from '../../simulation/variants.ts';
import { phrasebook } from './phrasebook.ts';
import { number } from './words.ts';

const { answered, name: nameOf, said } = phrasebook;

const instructions: Record<Phase, string> = {
  'first-vote': 'First, choose on your own.',
  discussion: 'Explain your choice to your neighbour.',
  'second-vote': 'Now vote again.',
  revealed: '',
};

const onward: Record<Phase, string> = {
  'first-vote': 'Discuss',
  discussion: 'Vote again',
  'second-vote': 'Reveal',
  revealed: 'See it happen',
};

const lives: Record<VariantId, string> = {
  'server-memory': 'Each server only remembers its own requests.',
  sticky: 'The load balancer sends a customer back to the same server.',
  replicated: 'Every server gets a copy of the session, a moment after each write.',
  'shared-store': 'The session is in a store that every server asks.',
  'client-state': 'Each request is complete, so any server can answer it.',
  'signed-token': 'The client sends a signed token, and any server with the key can check it.',
  'sealed-cookie':
    'The client sends its session in an encrypted cookie, and any server with the key can open it.',
  tcp: 'TCP waits for an acknowledgment, and retransmits what’s lost.',
  udp: 'UDP sends a datagram and forgets it.',
};

const list = new Intl.ListFormat('en', { type: 'disjunction' });
const percent = new Intl.NumberFormat('en', { style: 'percent' });

const unanswered: PredictText['unanswered'] = {
  refused: 'No answer: connection refused',
  'timed-out': 'No answer: the customer’s timeout expires',
  failed: 'No answer: the connection breaks',
};

const transported: PredictText['transported'] = {
  answered: 'It arrives, and the client is told',
  'sent-arrived': 'It arrives, but the client isn’t told',
  'sent-lost': 'It’s lost, and no one is told',
  'timed-out': 'The client’s timeout expires',
  failed: 'The connection breaks, and the client is told',
  refused: 'The connection is refused, and the client is told',
};

export const predictText: PredictText = {
  question: 'What do you expect?',
  asks: {
    fate: 'What will happen to it?',
    server: 'Which server will get it?',
    answer: 'What will the answer be?',
  },
  saidText: (text) => `“${excerpt(text)}”`,
  saidIntent: (intent) => `“${said(intent)}”`,
  nextRequest: 'The next request.',
  instructions,
  onward,
  reveal: 'Reveal',
  skip: 'Skip',
  meaning: answered,
  unanswered,
  transported,
  countHands: 'Count hands',
  handsFor: (letter) => `Hands for ${letter}`,
  oneMore: (letter) => `One more hand for ${letter}`,
  oneFewer: (letter) => `One hand fewer for ${letter}`,
  votes: [
    (count, share) => `First vote: ${number.format(count)} (${percent.format(share)})`,
    (count, share) => `Second vote: ${number.format(count)} (${percent.format(share)})`,
  ],
  right: 'Right',
  wrong: 'Wrong',
  yourAnswer: 'Your answer',
  lives,
  soWith: (variants) => `That would happen with ${list.format(variants)}.`,
  soWithoutCommands: 'That would happen without the fault.',
  here: (variant) => `Here the strategy is ${variant}.`,
  isWell: (server) => `${nameOf(server)} is up, but the load balancer chose another server.`,
};
