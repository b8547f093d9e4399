/** Which of its messages a question and its options show. The languages only word them. */

import { roleOf } from '../simulation/cluster.ts';
import type { Outcome } from '../simulation/kernel/actor.ts';
import type { Answer } from '../trace/answers.ts';
import type { Question } from '../trace/questions.ts';
import type { Phrasebook } from './phrasebook.ts';
import type { RequestIntent, ResponseMeaning } from './step-facts.ts';

type QuestionMessage = 'server' | 'answer' | 'fate';
type Unanswered = Extract<Answer, { kind: 'unanswered' }>['outcome'];
type TransportMessage = Exclude<Outcome, 'sent'> | 'sent-arrived' | 'sent-lost';

export interface QuestionWords {
  /** Follows what the client says. */
  readonly asks: Readonly<Record<QuestionMessage, string>>;
  /** What a client says, in quotation marks: its own words, or what its request means. */
  saidText(text: string): string;
  saidIntent(intent: RequestIntent): string;
  /** Stands for an unknown request. */
  readonly nextRequest: string;
  /** What a server answers; that of a refusal begins with its status. */
  meaning(meaning: ResponseMeaning): string;
  readonly unanswered: Readonly<Record<Unanswered, string>>;
  readonly transported: Readonly<Record<TransportMessage, string>>;
}

type Names = Pick<Phrasebook, 'name'>;

type Asked = Pick<Question, 'kind' | 'intent' | 'client'>;

export function questionText(words: QuestionWords, { name }: Names, question: Asked): string {
  const { kind, intent } = question;
  const client = roleOf(question.client);
  // The class knows the first client as the customer.
  const who = client.ordinal === 1 ? '' : `${name(client)}: `;
  const message = intent?.kind === 'text' ? 'fate' : kind;
  return `${who}${said(words, intent)} ${words.asks[message]}`;
}

function said(words: QuestionWords, intent: Question['intent']): string {
  if (intent === null) return words.nextRequest;
  return intent.kind === 'text' ? words.saidText(intent.text) : words.saidIntent(intent);
}

export function optionText(words: QuestionWords, { name }: Names, answer: Answer): string {
  switch (answer.kind) {
    case 'server':
      return name(roleOf(answer.node));
    case 'heard': {
      const { meaning } = answer;
      const text = words.meaning(meaning);
      // The words of a refusal begin with its status.
      if (meaning.kind === 'problem') return text.replace(' ', ' · ');
      return `${meaning.kind === 'incomplete' ? 422 : 200} · ${text}`;
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
