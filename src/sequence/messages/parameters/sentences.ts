/** Full sentences for the list of steps. They say all that the picture shows. */
import type { Status } from '../../../simulation/protocols/http.ts';

export type SentenceIds = `sentence.${'refused' | 'lost' | 'too-late' | 'order-saved' | 'payment-saved'}`;

export interface SentenceParameters<Text> {
  'sentence.says': { from: Text; to: Text; words: Text };
  'sentence.says-again': { from: Text; to: Text; words: Text };
  'sentence.sends': { from: Text; to: Text; words: Text };
  'sentence.tells': { from: Text; to: Text; words: Text };
  'sentence.database': { from: Text; to: Text; words: Text };
  'sentence.forward': { from: Text; to: Text };
  'sentence.health-check': { from: Text; to: Text };
  'sentence.answers': { from: Text; to: Text; status: Status; words: Text };
  'sentence.passes-answer-on': { from: Text; to: Text; status: Status; words: Text };
  /** States of both ends of a connection, by their standard names. */
  'sentence.states': { from: Text; to: Text; sender: string; receiver: string };
  /** Of one end. */
  'sentence.state': { node: Text; state: string };
  'sentence.has-no-session': { server: Text; session: string };
  'sentence.remembers': { server: Text; memory: Text };
  'sentence.ends-session': { server: Text };
  'sentence.remembers-nothing': { server: Text };
}
