/** Predicting, in English. */

import type { Phase, PredictText } from '../../features/quiz/predict-text.ts';
import { excerpt } from '../../sequence/messages/excerpts.ts';
import type { VariantId } from '../../simulation/variants.ts';
import { phrasebook } from './phrasebook.ts';
import { number } from './words.ts';

const { answered, name: nameOf, said } = phrasebook;

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

const unanswered: PredictText['unanswered'] = {
  refused: 'No answer: nobody is there',
  'timed-out': 'No answer: the customer gives up waiting',
  failed: 'No answer: the connection breaks',
};

const transported: PredictText['transported'] = {
  answered: 'It arrives, and the client learns so',
  'sent-arrived': 'It arrives, but the client is not told',
  'sent-lost': 'It is lost, and nobody is told',
  'timed-out': 'The client waits in vain, and gives up',
  failed: 'The connection breaks, and the client learns so',
  refused: 'Nobody listens there, and the client learns so',
};

export const predictText: PredictText = {
  question: 'What do you expect?',
  asks: {
    fate: 'What will become of it?',
    server: 'Which server will get it?',
    answer: 'What will be answered?',
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
  wrong: 'Not here',
  yourAnswer: 'Your answer',
  lives,
  soWith: (variants) => `It would be so with ${list.format(variants)}.`,
  soWithoutCommands: 'Had nothing been done to the cluster, it would be so.',
  here: (variant) => `Here it is ${variant}.`,
  isWell: (server) => `${nameOf(server)} is well, but it was not chosen.`,
};
