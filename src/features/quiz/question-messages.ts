/** Which of its messages a question and its options show. The languages only word them. */
import type { Phrasebook } from '../../sequence/phrasebook.ts';
import { roleOf } from '../../simulation/cluster.ts';
import type { Outcome } from '../../simulation/kernel/actor.ts';
import type { Answer } from '../../trace/answers.ts';
import type { Question } from '../../trace/questions.ts';
import type { PredictText } from './predict-text.ts';

export type QuestionMessage = 'server' | 'answer' | 'fate';
export type Unanswered = Extract<Answer, { kind: 'unanswered' }>['outcome'];
export type TransportMessage = Exclude<Outcome, 'sent'> | 'sent-arrived' | 'sent-lost';

type Names = Pick<Phrasebook, 'name'>;

type Asked = Pick<Question, 'kind' | 'intent' | 'client'>;

export function questionText(words: PredictText, { name }: Names, question: Asked): string {
  const { kind, intent } = question;
  const client = roleOf(question.client);
  // The class knows the first client as the customer.
  const who = client.ordinal === 1 ? '' : `${name(client)}: `;
  const message = intent?.kind === 'text' ? 'fate' : kind;
  return `${who}${said(words, intent)} ${words.asks[message]}`;
}

function said(words: PredictText, intent: Question['intent']): string {
  if (intent === null) return words.nextRequest;
  return intent.kind === 'text' ? words.saidText(intent.text) : words.saidIntent(intent);
}

export function optionText(words: PredictText, { name }: Names, answer: Answer): string {
  switch (answer.kind) {
    case 'server':
      return name(roleOf(answer.node));
    case 'heard': {
      const { meaning } = answer;
      const text = words.meaning(meaning);
      // The words of a refusal begin with its status.
      if (meaning.kind === 'problem') return text.replace(' ', ' · ');
      return `${meaning.kind === 'incomplete' ? 409 : 200} · ${text}`;
    }
    case 'unanswered':
      return words.unanswered[answer.outcome];
    case 'transported':
      return words.transported[transportMessageOf(answer.outcome, answer.hasArrived)];
    default:
      throw new Error(`Unknown answer ${answer satisfies never}`);
  }
}

function transportMessageOf(outcome: Outcome, hasArrived: boolean): TransportMessage {
  if (outcome !== 'sent') return outcome;
  return hasArrived ? 'sent-arrived' : 'sent-lost';
}
