/** Building a scenario, in English. */

import type { TimeUnit } from '../../features/sandbox/durations.ts';
import type { SandboxText } from '../../features/sandbox/sandbox-text.ts';
import type { Unit } from '../../features/sandbox/units.ts';
import { AT_ONCE_MAX } from '../../simulation/applications/line.ts';
import { phrasebook } from './phrasebook.ts';
import { choices, fields } from './sandbox-fields.ts';
import { list, number, plural } from './words.ts';

const units: Record<Unit, string> = {
  one: '',
  seconds: 's',
  milliseconds: 'ms',
  percent: '%',
  budget: '%',
  won: 'won',
};

const precise = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

const timeUnits: Record<TimeUnit, { one: string; other: string }> = {
  microseconds: { one: 'µs', other: 'µs' },
  milliseconds: { one: 'ms', other: 'ms' },
  seconds: { one: 's', other: 's' },
  minutes: { one: 'min', other: 'min' },
  hours: { one: 'h', other: 'h' },
  days: { one: 'day', other: 'days' },
};

function time(value: number, unit: TimeUnit): string {
  return `${value} ${timeUnits[unit][plural.select(value) === 'one' ? 'one' : 'other']}`;
}

const lineKinds: SandboxText['lineKinds'] = {
  shop: 'Say to the shop',
  visit: 'Visit, without logging in',
  'log-in': 'Log in as',
  me: 'Ask “who am I?”',
  admin: 'Ask for the admin page',
  'log-out': 'Log out',
  note: 'Leave a message in the session',
  refresh: 'Get a new token',
  'add-to-cart': 'Put into the cart',
  cart: 'Show the cart',
  'at-once': 'Several at once',
  pay: 'Pay',
  'hand-over': 'Give cookies, token or password to',
  wait: 'Wait',
  open: 'Open a connection',
  send: 'Send',
  request: 'Ask and wait for the reply',
  close: 'Close the connection',
};

export const sandboxText: SandboxText = {
  application: 'Application',
  applicationNames: { shop: 'Shop', account: 'Login', payment: 'Payment', tcp: 'TCP', udp: 'UDP' },
  ownScript: 'Custom script',
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
  retries: 'Automatic retries',
  logsInAgain: 'Logs in again after 401',
  sharesAddress: 'Behind the shared router (NAT)',
  addGroup: 'Add a client',
  removeGroup: (ordinal) => `Remove group ${ordinal}`,

  script: 'Script',
  line: (ordinal) => `Line ${ordinal}`,
  lineKinds,
  addLine: 'Add a line',
  moveUp: (ordinal) => `Move line ${ordinal} up`,
  moveDown: (ordinal) => `Move line ${ordinal} down`,
  removeLine: (ordinal) => `Remove line ${ordinal}`,
  product: 'Product',
  productNames: { laptop: 'Laptop', americano: 'Americano' },
  quantity: 'Quantity (0: left out)',
  payment: 'Payment',
  paymentNames: { card: 'Card', cash: 'Cash' },
  unsaid: '(left out)',
  user: 'User',
  userNames: { mina: 'Mina', jun: 'Jun', root: 'Root (admin)' },
  characters: 'Characters',
  waitTime: 'How long',
  amount: 'Amount',
  withKey: 'With an idempotency key',
  receiver: 'To',
  clientName: (ordinal) => phrasebook.name({ role: 'client', ordinal }),
  words: 'Words',
  asText: 'Script as text',
  asTextHint:
    'One line each. “at once [ … ]” sends several at the same moment. Lines that begin with # are comments. All kinds of lines, by example:',
  useText: 'Use this text',
  draft: {
    kept: 'This text isn’t used yet. This tab keeps it.',
    discard: 'Discard it',
    other: (start) => `A text that was typed for another run isn’t used yet: “${start}”`,
    takeOther: 'Go on with it here',
  },
  scriptFaults: {
    unclosed: (line) => `Line ${line}: “at once [” needs a closing “]”.`,
    unopened: (line) => `Line ${line}: this “]” closes nothing. Write “at once [” before it.`,
    nested: (line) => `Line ${line}: “at once” can’t contain another “at once”.`,
    empty: (line) => `Line ${line}: “at once [ ]” needs at least one line.`,
    'too-many': (line) => `Line ${line}: a browser sends at most ${AT_ONCE_MAX} requests at once.`,
    'no-request': (line, text) => `Line ${line}: “${text}” sends no request, so it can’t be in “at once”.`,
  },
  linesAtOnce: 'Requests sent at once',
  meant: (suggestion) => `Did you mean “${suggestion}”?`,
  notUnderstood: (line, text) => `Line ${line} isn’t valid and was left out: “${text}”`,

  idle: 'Idle timeout of a session',
  absolute: 'Absolute session timeout',
  renewsId: 'New session ID at login',
  replicationDelay: 'Delay of copies',
  lifetime: 'Lifetime of a token',
  denyList: 'Deny list of tokens',
  hasRefresh: 'Refresh token',
  refreshLifetime: 'Lifetime of a refresh token',
  isPersistent: 'Store writes to disk',
  hasLimit: 'Limited store',
  entriesMax: 'Maximum entries',
  hasReplica: 'Store has a replica',
  copyDelay: 'Delay of copies to the replica',

  balancer: 'Load balancer',
  profile: 'Behaves like',
  profileNames: {
    ideal: 'Ideal',
    haproxy: 'HAProxy defaults',
    'haproxy-redispatch': 'HAProxy with redispatch',
    nginx: 'nginx defaults',
  },
  ownProfile: 'Custom',
  rareFields: {
    sessions: 'Concurrent writes',
    store: 'Store failures and copies',
    keys: 'Keys and clocks',
    balancer: 'Each switch',
    capacity: 'Capacity, service time, versions, clocks',
    timeouts: 'Timeouts',
    network: 'Inside the cluster',
    clients: 'Repeats, arrivals, retries',
  },
  changed: (count) => `${count} changed`,
  fields,
  choices,
  none: (name) => `${name}: none`,
  listHint: '1, 1, 2',
  wrongList: 'A list such as “1, 1, 2”: one number for each server, separated by commas.',
  sameRun: (strategy, balancing) => `Same run as “${strategy}” with “${balancing}”.`,
  receivesFrom: (handOvers) =>
    `These lines give something to a client of this group: ${list.format(
      handOvers.map(({ group, line }) => `${group === 1 ? 'first client' : `group ${group}`}, line ${line}`),
    )}. Without the group, they have no receiver.`,
  removeWithLines: (ordinal) => `Remove group ${ordinal} and these lines`,
  time,

  units,
  limits: {
    'whole-number': ({ min, max }) => `A whole number from ${precise.format(min)} to ${precise.format(max)}.`,
    number: ({ min, max, unit }) =>
      `A number from ${precise.format(min)} to ${precise.format(max)} ${units[unit]}.`,
    time: ({ min, max }) =>
      `A time from ${time(min.value, min.unit)} to ${time(max.value, max.unit)}, such as 250 ms, 90 s, 2 h or 14 days.`,
    text: ({ lengthMax }) => `A text of up to ${number.format(lengthMax)} characters.`,
    'list-of-some': ({ max }) => `At least one line, and up to ${number.format(max)}.`,
    list: ({ max }) => `Up to ${number.format(max)} lines.`,
    'sum-of-clients': ({ max }) =>
      `Too much for one page: the limit for all clients together is ${number.format(max)}.`,
    sum: ({ max }) => `Together at most ${number.format(max)}.`,
    'known-client': ({ clients }) =>
      plural.select(clients) === 'one'
        ? 'There’s only one client, so it can’t give anything to another one. Add a client first.'
        : `There are only ${clients} clients. Choose one of them as the receiver, or add a client first.`,
    'one-of': ({ values }) => `One of: ${values.join(', ')}.`,
    nothing: 'There’s no such member.',
    object: 'An object in braces is missing or is something else.',
    other: 'This can’t be simulated.',
  },

  commands: {
    title: 'Commands',
    none: 'No commands yet. Here a command gets a moment of its own; the menu gives it at the present step.',
    command: (ordinal) => `Command ${ordinal}`,
    add: 'Add a command',
    remove: (ordinal) => `Remove command ${ordinal}`,
    full: (max) => `A run takes up to ${number.format(max)} commands.`,
    where: 'Where',
    what: 'What happens',
    when: 'When',
    moments: {
      time: 'At a time',
      sent: 'When a request is sent',
      arrived: 'When a request arrives',
      answered: 'When a request is answered',
    },
    request: 'Request',
    requestOf: (client, ordinal) => `${client}: request ${ordinal}`,
    time: 'Time since the start',
    offset: 'How long after that',
    never: 'That moment doesn’t come in this run, so nothing happens.',
  },

  asFile: 'Scenario as a file (JSON)',
  fileHint:
    'Scenario and commands. Members with their default can be left out, and times are in microseconds. “Open” reads such a file.',
  schema: 'JSON schema',
  saveFile: 'Save as a file',
  notJson: (where) => `This isn’t valid JSON. ${where}`,
  noScenario: 'The member “scenario” is missing.',
  unknownMember: (name) => `The file has an unknown member: “${name}”.`,

  saved: 'Saved in this browser',
  name: 'Name',
  save: 'Save',
  savedNow: 'Saved.',
  nothingSaved: 'No saved runs yet.',
  open: (name) => (name === '' ? 'Open' : `Open ${name}`),
  rename: (name) => (name === '' ? 'Rename' : `Rename ${name}`),
  remove: (name) => (name === '' ? 'Delete' : `Delete ${name}`),
  replace: (name) => `Replace “${name}”`,
  bringBack: (name) => `Bring back “${name}”`,
  newName: 'New name',
  cancel: 'Cancel',
  savingProblems: {
    forbidden:
      'This browser doesn’t store data for this page, as in a private window. Use a link from “Share” instead.',
    full: 'This browser’s storage is full. Delete a saved run, or use a link from “Share”.',
    'name-taken': 'This name is already taken.',
  },
  brokenEntries: {
    'later-version': 'Saved by a later version of Statescope. It’s left unchanged.',
    'bad-run': 'This entry can’t be read. It’s left unchanged.',
  },
};
