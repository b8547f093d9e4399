/** What is written on arrows and bands, in English. */
import type { LabelWords } from '../../../sequence/messages/message.ts';
import { products, sessions, won } from '../words.ts';

export const labels: LabelWords = {
  'label.request.again': ({ words }) => `Again: ${words}`,
  'label.forward': ({ to }) => `→ ${to}`,
  'label.forward.failed': ({ to }) => `→ ${to}: no answer`,
  'label.late': ({ words }) => `Too late: ${words}`,
  'label.hand-over': 'What it proves itself with',
  'label.health-check': 'Are you well?',
  'label.resent': ({ words }) => `Again: ${words}`,
  'label.duplicate': ({ words }) => `A second copy: ${words}`,

  'database.price-query': ({ product }) => `Price of ${products[product].article}?`,
  'database.price-row': ({ amountWon }) => won(amountWon),
  'database.order-insert': ({ amountWon }) => `Order: ${won(amountWon)}`,
  'database.order-row': ({ order }) => `Order ${order}`,
  'database.account-query': ({ user }) => `Is this ${user}?`,
  'database.account-row': ({ name }) => `Yes: ${name}`,
  'database.no-account': 'No',
  'database.charge-insert': ({ amountWon }) => `Charge ${won(amountWon)}`,
  'database.charge-row': ({ charge }) => `Payment ${charge}`,
  'database.charge-row.again': ({ charge }) => `Payment ${charge}, already there`,

  'label.timed-out': ({ node }) => `${node} waits no longer`,
  'label.broken-connection': ({ node }) => `${node} lost its connection`,
  'label.left': ({ node }) => `${node} leaves`,
  'label.connection-expired': ({ node }) => `${node} forgets the connection`,
  'label.reset': ({ node, by }) => `${node} lost its connection to ${by}`,
  'label.server-down': ({ node, server }) => `${node}: ${server} is down`,
  'label.server-up': ({ node, server }) => `${node}: ${server} is well again`,

  'detail.gave-up': 'What became of the request, it does not know',
  'detail.left': 'It has answered all that it had begun',
  'detail.left-with-it': ({ count }) => `${sessions(count)} gone with it`,
  'detail.connection-expired': 'After two segment lifetimes nothing of it can be under way any more',
  'detail.reset': ({ by }) => `What ${by} had done, nobody knows`,
  'detail.server-down': 'It answered no health check, and gets no more requests',
  'detail.server-up': 'It answers health checks, and gets requests again',
};
