/** Building a scenario, in English. */
import type { SandboxText } from '../../features/sandbox/sandbox-text.ts';
import type { Unit } from '../../features/sandbox/units.ts';
import { phrasebook } from './phrasebook.ts';
import { number, plural } from './words.ts';

const units: Record<Unit, string> = {
  one: '',
  seconds: 's',
  milliseconds: 'ms',
  percent: '%',
  won: 'won',
};

const precise = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

const lineKinds: { readonly [Kind in Parameters<SandboxText['lineKind']>[0]]: string } = {
  shop: 'Say to the shop',
  visit: 'Visit, without logging in',
  'log-in': 'Log in as',
  me: 'Ask “who am I?”',
  admin: 'Ask for the admin page',
  'log-out': 'Log out',
  refresh: 'Get a new token',
  pay: 'Pay',
  'hand-over': 'Hand cookies or token to',
  open: 'Open a connection',
  send: 'Send',
  request: 'Ask, and wait',
  close: 'Close the connection',
};

export const sandboxText: SandboxText = {
  application: 'Application',
  applicationName: (id) =>
    ({ shop: 'Shop', account: 'Login', payment: 'Payment', tcp: 'TCP', udp: 'UDP' })[id],
  ownScript: 'A script of its own',
  strategy: 'Strategy',
  balancing: 'Load balancing',
  servers: 'Servers',
  clients: 'Clients',
  network: 'Network',
  latencyMin: 'Latency at least',
  latencyMax: 'Latency at most',
  loss: 'Loss',
  duplication: 'Duplication',
  think: 'Pause between lines',
  seed: 'Seed',
  serverRemembers: 'The server remembers requests',

  group: (ordinal) => (ordinal === 1 ? 'First client' : `Clients, group ${ordinal}`),
  count: 'How many',
  arrivesAt: 'Arrives after',
  retries: 'Retries by itself',
  logsInAgain: 'Logs in again after 401',
  sharesAddress: 'Behind the shared router (NAT)',
  addGroup: 'Another client',
  removeGroup: (ordinal) => `Remove group ${ordinal}`,

  script: 'Script',
  line: (ordinal) => `Line ${ordinal}`,
  lineKind: (kind) => lineKinds[kind],
  addLine: 'Add a line',
  moveUp: (ordinal) => `Move line ${ordinal} up`,
  moveDown: (ordinal) => `Move line ${ordinal} down`,
  removeLine: (ordinal) => `Remove line ${ordinal}`,
  product: 'Product',
  productName: (product) => ({ laptop: 'Laptop', americano: 'Americano' })[product],
  quantity: 'Quantity (0: not said)',
  payment: 'Payment',
  paymentName: (method) => ({ card: 'Card', cash: 'Cash' })[method],
  unsaid: '(not said)',
  user: 'User',
  userName: (user) => ({ mina: 'Mina', jun: 'Jun', root: 'Root (admin)' })[user],
  amount: 'Amount',
  withKey: 'With an idempotency key',
  receiver: 'To whom',
  clientName: (ordinal) => phrasebook.name({ role: 'client', ordinal }),
  words: 'Words',
  asText: 'Script as text',
  asTextHint: 'One line each, such as “shop laptop”, “log-in mina”, “pay 50000 with-key” or “send hello”.',
  useText: 'Use this text',
  notUnderstood: (line, text) => `Line ${line} is not understood, and left out: “${text}”`,

  idle: 'Session ends when idle for',
  absolute: 'Session ends at the latest after',
  renewsId: 'New session ID at login',
  replicationDelay: 'Copies leave after',
  lifetime: 'Token is good for',
  denyList: 'Deny-list of tokens',
  hasRefresh: 'Refresh token',
  refreshLifetime: 'Refresh token is good for',
  isPersistent: 'Store writes to disk',
  hasLimit: 'Room in the store is limited',
  entriesMax: 'Entries at most',
  hasReplica: 'Store has a replica',
  copyDelay: 'Copy to the replica after',

  unit: (unit) => units[unit],
  problem({ field, allowed }, unit) {
    switch (allowed.kind) {
      case 'whole-number': {
        const [min, max] = [allowed.min, allowed.max].map((value) => precise.format(value));
        return unit === 'one' || unit === 'won'
          ? `A whole number from ${min} to ${max}.`
          : `A number from ${min} to ${max} ${units[unit]}.`;
      }
      case 'text':
        return `A text of up to ${number.format(allowed.lengthMax)} characters.`;
      case 'list':
        return allowed.min === 1
          ? `At least one line, and up to ${number.format(allowed.max)}.`
          : `Up to ${number.format(allowed.max)} lines.`;
      case 'sum':
        return field === 'clients'
          ? `Too much for one page: all clients together say more than it can show. The limit is ${number.format(allowed.max)}.`
          : `Together at most ${number.format(allowed.max)}.`;
      case 'known-client':
        return `There ${plural.select(allowed.clients) === 'one' ? 'is one client' : `are ${allowed.clients} clients`}.`;
      default:
        return 'This cannot be simulated.';
    }
  },

  saved: 'Saved in this browser',
  name: 'Name',
  save: 'Save',
  savedNow: 'Saved.',
  nothingSaved: 'Nothing is saved yet.',
  open: (name) => (name === '' ? 'Open' : `Open ${name}`),
  rename: (name) => (name === '' ? 'Rename' : `Rename ${name}`),
  remove: (name) => (name === '' ? 'Delete' : `Delete ${name}`),
  newName: 'New name',
  cancel: 'Cancel',
  savingProblem(problem) {
    switch (problem) {
      case 'forbidden':
        return 'This browser keeps nothing here, as in a private window. A link from “Share” keeps it all.';
      case 'full':
        return 'This browser has no room left. Delete something, or keep a link from “Share”.';
      case 'name-taken':
        return 'There is one of this name already.';
      default:
        throw new Error(`Unknown problem ${problem satisfies never}`);
    }
  },
  brokenEntry: (problem) =>
    problem === 'later-version'
      ? 'Saved by a later version of Statescope. It stays as it is.'
      : 'This entry cannot be read. It stays as it is.',
};
