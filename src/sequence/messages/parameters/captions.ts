/** One sentence for the whole room, in parts: usually the event, then the decisive part. */

import type { HandedOver } from '../../step-facts.ts';

export type CaptionIds =
  | `caption.${'link-cut' | 'receiver-gone' | 'receiver-down' | 'receiver-dark' | 'held' | 'nothing-sent' | 'not-forwarded' | 'health-check'}`
  /** A request is on its way over a connection that its server closes. */
  | 'caption.crosses'
  | `caption.${'has-none' | 'too-old' | 'too-late' | 'ordered-anyway' | 'store-lacks-customer'}`
  /** Why a request gets no response from the application. */
  | `failed.${'no-server' | 'server-unreachable' | 'server-timeout' | 'connection-reset' | 'wrong-credentials'}`
  | `failed.${'revoked' | 'invalid-grant' | 'store-lacks-session'}`;

export interface CaptionParameters<Text>
  extends Record<`caption.hand-over.${HandedOver}`, { from: Text; to: Text }> {
  'caption.lost': { to: Text };
  'caption.port-unreachable': { from: Text; to: Text };
  'caption.reaches-frozen': { to: Text };
  'caption.not-told': { from: Text };
  'caption.no-answer': { to: Text };
  'caption.connection-close': { from: Text; to: Text };
  'caption.database': { from: Text; to: Text };
  'caption.database.words': { words: Text };

  'caption.asks-again': { asker: Text };
  'caption.asks-again.after-error': { asker: Text };
  /** The browser does, and the page doesn't know. */
  'caption.browser-resends': { asker: Text };
  'caption.logs-in': { asker: Text };
  'caption.asks': { asker: Text };
  'caption.says': { asker: Text };
  'caption.says-what-is-new': { asker: Text };
  'caption.says-everything': { asker: Text };

  'caption.looks-for-session': { server: Text };
  'caption.saves-payment': { server: Text };
  'caption.saves-order': { server: Text };
  'caption.saves-order.stateless': { server: Text };
  'caption.request-arrives': { server: Text };
  'caption.checks-password': { server: Text };
  'caption.checks-token': { server: Text };
  'caption.brings-state': { server: Text };
  'caption.brings-cookie': { server: Text };
  'caption.brings-nothing': { server: Text };
  'caption.brings-no-token': { server: Text };
  'caption.brings-no-cookie': { server: Text };
  'caption.ends-session': { server: Text };
  'caption.finds-session': { server: Text };
  'caption.tries-next': { server: Text };
  'caption.remembers': { server: Text };
  'caption.still-knows': { server: Text };

  /** A write undid what another request had done. `words` are those of that request. */
  'caption.overwritten': { words: Text };
  'caption.evicted': { memory: Text };
  'caption.revived': { words: Text };

  'caption.answers': { server: Text };
  'caption.answers.new-server': { server: Text };
  'caption.answers-late': { server: Text };
  'caption.charged-anyway': { amountWon: number; charge: number };
  'caption.not-charged-again': { charge: number };
  'caption.reaches-nobody': { server: Text };
  'caption.passes-answer-on': { server: Text };
  'caption.was-overwritten': { server: Text };
  'caption.told-too-little': { server: Text };
  'caption.never-met-customer': { server: Text };
  'caption.does-not-know-customer': { server: Text };

  'failed.server-busy': { server: Text };
  'failed.database-unavailable': { server: Text };
  'failed.sessions-unavailable': { server: Text };
  'failed.store-full': { server: Text };
  'failed.cannot-sign': { server: Text };
  'failed.cannot-seal': { server: Text };
  'failed.expired': { server: Text };
  'failed.session-conflict': { server: Text };
  'failed.session-locked': { server: Text };
  'failed.lacks-session': { server: Text };
  'failed.lacks-session.new-server': { server: Text };
  'failed.other-format': { server: Text };
  'failed.expired-session': { server: Text };
  'failed.login-unknown': { server: Text };
  'failed.asker-unknown': { server: Text };
  'failed.forbidden': { server: Text };
  'failed.unknown-key': { server: Text };
  'failed.bad-signature': { server: Text };
  'failed.bad-seal': { server: Text };
  'failed.not-yet-valid': { server: Text };
  'failed.wrong-algorithm': { server: Text };
  'failed.bad-token': { server: Text };
  'failed.bad-request': { server: Text };

  'caption.timed-out': { node: Text };
  'caption.broken-connection': { node: Text };
  'caption.reset': { node: Text; by: Text };
  'caption.connection-expired': { node: Text };
  'caption.promoted': { node: Text };
  'caption.left': { node: Text };
  'caption.notices': { node: Text };
  'caption.server-down': { server: Text };
  'caption.server-up': { server: Text };
}
