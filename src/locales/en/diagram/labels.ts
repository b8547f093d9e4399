/** Labels of arrows and bands, in English. */
import type { LabelWords } from '../../../sequence/messages/message.ts';
import { products, sessions, won } from '../words.ts';

export const labels: LabelWords = {
  'label.request.again': ({ words }) => `Again: ${words}`,
  'label.forward': ({ to }) => `→ ${to}`,
  'label.forward.failed': ({ to }) => `→ ${to}: no answer`,
  'label.late': ({ words }) => `Too late: ${words}`,
  'label.connection-close': 'Idle connection closed',
  'label.hand-over.session-id': 'Session ID',
  'label.hand-over.token': 'Token',
  'label.hand-over.cookie': 'Sealed cookie',
  'label.hand-over.password': 'Name and password',
  'label.hand-over.nothing': 'Nothing to give',
  'label.health-check': 'Health check',
  'label.port-unreachable': 'ICMP: port unreachable',
  'label.resent': ({ words }) => `Again: ${words}`,
  'label.duplicate': ({ words }) => `Duplicate: ${words}`,

  'database.price-query': ({ product }) => `Price of ${products[product].article}?`,
  'database.price-row': ({ amountWon }) => won(amountWon),
  'database.order-insert': ({ amountWon }) => `Order: ${won(amountWon)}`,
  'database.order-row': ({ order }) => `Order ${order}`,
  'database.account-query': ({ user }) => `Is this ${user}?`,
  'database.account-row': ({ name }) => `Yes: ${name}`,
  'database.no-account': 'No',
  'database.charge-insert': ({ amountWon }) => `Charge ${won(amountWon)}`,
  'database.charge-row': ({ charge }) => `Payment ${charge}`,
  'database.charge-row.again': ({ charge }) => `Payment ${charge}, already charged`,

  'label.timed-out': ({ node }) => `${node} stops waiting`,
  'label.broken-connection': ({ node }) => `${node} lost its connection`,
  'label.left': ({ node }) => `${node} leaves`,
  'label.promoted': ({ node }) => `${node} takes over`,
  'label.connection-expired': ({ node }) => `${node} forgets the connection`,
  'label.reset': ({ node, by }) => `${node} lost its connection to ${by}`,
  'label.server-down': ({ node, server }) => `${node}: ${server} is down`,
  'label.server-up': ({ node, server }) => `${node}: ${server} is up again`,

  'detail.gave-up': 'It doesn’t know what happened to the request',
  'detail.left': 'It has answered every request it had',
  'detail.left-with-it': ({ count }) => `${sessions(count)} gone with it`,
  'detail.promoted': 'The primary didn’t answer its pings',
  'detail.connection-expired': 'After two segment lifetimes, no segment of it can be in flight',
  'detail.reset': ({ by }) => `What ${by} did is unknown`,
  'detail.server-down': 'It failed its health checks, and gets no more requests',
  'detail.server-up': 'It passes health checks, and gets requests again',
};
