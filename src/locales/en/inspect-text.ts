/** What a message and a memory are made of, in English. */

import type { InspectText } from '../../features/inspector/inspect-text.ts';
import { clock, number } from './words.ts';

const plainHeaders: InspectText['plainHeaders'] = {
  Host: 'The site that the request is for. One address may serve several.',
  Via: 'What forwarded the message: the load balancer.',
  Date: 'When the server created the response.',
  'X-Served-By': 'Which server sent the response. Not a standard header: it’s here so that you can see it.',
  'Content-Type': 'How to read the body.',
  'Content-Length': 'How many bytes the body has.',
  'Idempotency-Key': 'Names this payment. If it arrives twice, it’s charged once.',
  'Cache-Control': 'no-store: no cache may store this response.',
};

const attributes: InspectText['attributes'] = {
  Path: 'Sent only with requests below this path.',
  HttpOnly: 'Scripts can’t read it, not even an attacker’s (XSS).',
  Secure: 'Sent only over encrypted connections.',
  SameSite: 'Lax: not sent when another site posts a form here (CSRF).',
  'Max-Age': 'How many seconds it lives. 0 means: delete it now.',
  Expires: 'When it ends. A past date means: delete it now.',
};

const flags: InspectText['flags'] = {
  SYN: 'opens a connection, and gives the first sequence number',
  FIN: 'nothing more will be sent from this side',
  RST: 'the connection doesn’t exist, or was broken off',
  PSH: 'hand the data over without waiting for more',
  ACK: 'the acknowledgment number is valid',
};

const storeCommands: InspectText['storeCommands'] = {
  GET: 'Reads the entry under this key.',
  SET: 'Stores this entry under this key, until it expires.',
  DEL: 'Deletes the entry under this key.',
  FLUSHALL: 'Deletes all entries.',
  PING: 'Checks whether the other side is up.',
  SYNC: 'Asks for a copy of everything.',
  REPLICAOF: 'Makes the receiver a copy of another store.',
};

/** The times are those of a calendar that is the same everywhere. */
const calendar = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const claims = { iat: 'Issued', nbf: 'Valid from', exp: 'Valid until' } as const;

export const inspectText: InspectText = {
  plainHeaders,
  headers: {
    cookie: ({ names }) => `The browser sends back the cookies it got from this site: ${names.join(', ')}.`,
    'cookie-deleted': ({ cookie }) => `Tells the browser to delete ${cookie}.`,
    'cookie-set': ({ cookie }) =>
      `Tells the browser to store ${cookie}, and to send it with later requests to this site.`,
    challenge: 'Comes with every 401 and says how to log in.',
    'challenge-invented':
      'Comes with every 401. The scheme “Cookie” is invented here: no registered scheme describes a login form.',
    bearer: 'A signed token. Anyone who presents it counts as the user in it.',
    basic: ({ userId }) => `User ${userId} and a password, in every request. Encoded, not encrypted.`,
    unknown: 'This cluster doesn’t use it.',
  },
  attributes,
  fields: {
    sourcePort: 'Source port',
    destinationPort: 'Destination port',
    seq: 'Sequence number: of its first byte',
    ack: 'Acknowledgment number: the next byte expected',
    flags: 'Flags',
    data: 'Data',
  },
  flags,
  storeCommands,
  outcomes: {
    loss: 'Lost: the network lost it.',
    'link-cut': 'Lost: the link is cut.',
    dropped: 'Lost: it was dropped on purpose.',
    'receiver-dark': 'Lost: the receiver’s machine is off.',
    'receiver-down': 'Lost: the receiver was down.',
    'receiver-gone': 'Lost: the process that asked is gone.',
    refused: 'Refused: no process listens there.',
    late: 'Arrived too late: the receiver has stopped waiting.',
    arrived: 'Arrived.',
  },
  followsFrom: 'Follows from step',
  body: 'Body',
  plainText: 'Shown as plain text. On a real network, TLS encrypts it.',
  showAll: (characters) => `Show all ${number.format(characters)} characters`,

  token: 'Token',
  tokenHeader: 'Header',
  tokenPayload: 'Payload',
  tokenSignature: 'Signature',
  tokenIsReadable: 'Anyone who has it can read it. Signing it takes the key.',
  tokenTime: ({ claim, unixSeconds, atUs }) =>
    `${claims[claim]} ${calendar.format(new Date(unixSeconds * 1_000))} UTC (${clock(Math.max(0, atUs))} in this run)`,
  forge: 'Change it',
  forgedPayload: 'Payload',
  forgedAlgorithm: 'Algorithm',
  forgedSignature: 'Signature',
  signatureChoices: {
    kept: 'As it is',
    flipped: 'One bit flipped',
    'own-key': 'Signed with your own key',
    'leaked-key': 'Signed with the servers’ leaked key',
  },
  sendIt: 'Send it',
  sendHint: 'The client then asks “Who am I?” with it. Step to see the response. Undo reverts it.',
  notHeld: 'At this step, no client has a token to change.',

  remembers: 'Remembers',
  remembersNothing: 'Its memory is empty.',
  hasLost: 'Has lost',
  fromTheBeginning: 'from the beginning',
  since: 'since step',
  onDisk: 'on disk',
  nodeStates: {
    absent: 'Not part of the cluster',
    down: 'Down',
    dark: 'Machine off',
    frozen: 'Frozen',
    draining: 'Draining',
    up: 'Up',
  },
  started: (times) => (times === 1 ? 'started once' : `started ${number.format(times)} times`),

  memoryByServer: 'Memory by server',
  ledger: 'Ledger',
  changes: {
    remembered: ({ node, what }) => `${node} remembers ${what}`,
    forgot: ({ node, what }) => `${node} forgets ${what}`,
    lost: ({ node, what }) => `${node} loses ${what}`,
    missed: ({ node }) => `${node} doesn’t find what it needs`,
  },
  earlierEntries: (shown) => `Only the latest ${number.format(shown)} are listed.`,
};
