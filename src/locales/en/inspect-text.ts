/** What a message and a memory are made of, in English. */

import type { InspectText } from '../../features/inspector/inspect-text.ts';
import { clock, number } from './words.ts';

const plainHeaders: InspectText['plainHeaders'] = {
  Host: 'Which site is meant. One address may serve several.',
  Via: 'Who passed the message on: the load balancer.',
  Date: 'When the answer was made.',
  'X-Served-By': 'Which server answered. Only here, so that you can see it.',
  'Content-Type': 'How to read the body.',
  'Content-Length': 'How many bytes the body has.',
  'WWW-Authenticate': 'Comes with every 401: how to prove who you are.',
  'Idempotency-Key': 'Names this payment. Sent twice, it is carried out once.',
  'Cache-Control': 'Whether the answer may be kept for others.',
};

const attributes: InspectText['attributes'] = {
  Path: 'Sent with every request below this path.',
  HttpOnly: 'Scripts in the page cannot read it.',
  Secure: 'Sent over encrypted connections alone.',
  SameSite: 'Not sent along when another site posts a form here.',
  'Max-Age': 'How many seconds it lives. 0: delete it now.',
  Expires: 'When it ends. In the past: delete it now.',
};

const flags: InspectText['flags'] = {
  SYN: 'opens a connection, and says where the numbers begin',
  FIN: 'nothing more will be sent from this side',
  RST: 'there is no such connection',
  PSH: 'hand the data over without waiting for more',
  ACK: 'the acknowledgment number counts',
};

const storeCommands: InspectText['storeCommands'] = {
  GET: 'Asks what is kept under this key.',
  SET: 'Has this kept under this key, until it expires.',
  DEL: 'Has this key forgotten.',
  FLUSHALL: 'Has everything forgotten.',
  PING: 'Asks whether anybody is there.',
  SYNC: 'Asks for a copy of everything.',
  REPLICAOF: 'Makes the receiver a copy of another store.',
};

/** The times are those of a calendar that is the same everywhere. */
const calendar = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });
const claims = { iat: 'Issued', nbf: 'Valid from', exp: 'Valid until' } as const;

export const inspectText: InspectText = {
  plainHeaders,
  headers: {
    cookie: ({ names }) =>
      `The browser sends back what it was given: ${names.join(', ')}. With this the server finds its memory again.`,
    'cookie-deleted': ({ cookie }) => `The browser is to delete ${cookie}.`,
    'cookie-set': ({ cookie }) => `The browser is to keep ${cookie}, and to send it with every request.`,
    bearer: 'A signed token: whoever holds it is taken for the one it names.',
    basic: ({ userId }) => `User ${userId} and a password, in every request. Encoded, not encrypted.`,
    unknown: 'Nothing that this cluster knows.',
  },
  attributes,
  fields: {
    sourcePort: 'Source port',
    destinationPort: 'Destination port',
    seq: 'Sequence number: of its first byte',
    ack: 'Acknowledgment number: the next byte that is expected',
    flags: 'Flags',
    data: 'Data',
  },
  flags,
  storeCommands,
  outcomes: {
    loss: 'Lost: the network lost it.',
    'link-cut': 'Lost: the link is cut.',
    dropped: 'Lost on the way.',
    'receiver-gone': 'Lost: nobody waited for it any more.',
    refused: 'Refused: nobody listens there.',
    late: 'Arrived too late: nobody waits for it any more.',
    arrived: 'Arrived.',
  },
  followsFrom: 'Follows from step',
  body: 'Body',
  showAll: (characters) => `Show all ${number.format(characters)} characters`,

  token: 'Token',
  tokenHeader: 'Header',
  tokenPayload: 'Payload',
  tokenSignature: 'Signature',
  tokenIsReadable: 'Anybody who has it can read it. Only whoever has the key can sign it.',
  tokenTime: ({ claim, unixSeconds, atUs }) =>
    `${claims[claim]} ${calendar.format(new Date(unixSeconds * 1_000))} UTC (${clock(Math.max(0, atUs))} in this run)`,
  forge: 'Change it',
  forgedPayload: 'Payload',
  forgedAlgorithm: 'Algorithm',
  forgedSignature: 'Signature',
  signatureChoices: {
    kept: 'As it is',
    flipped: 'One bit flipped',
    'own-key': 'Signed with a key of your own',
  },
  sendIt: 'Send it',
  sendHint:
    'The client then asks “Who am I?” with it. Step on to see what the server says. Undo takes it back.',
  notHeld: 'At this step no client holds a token that could be changed.',

  remembers: 'Remembers',
  remembersNothing: 'It remembers nothing.',
  hasLost: 'Has lost',
  fromTheBeginning: 'from the beginning',
  since: 'since step',
  onDisk: 'on disk',
  nodeStates: {
    absent: 'Not part of the cluster',
    down: 'Down',
    draining: 'Up, and about to leave',
    up: 'Up',
  },
  started: (times) => (times === 1 ? 'started once' : `started ${number.format(times)} times`),

  memoryByServer: 'Memory by server',
  ledger: 'Ledger',
  changes: {
    remembered: ({ node, what }) => `${node} remembers ${what}`,
    forgot: ({ node, what }) => `${node} forgets ${what}`,
    lost: ({ node, what }) => `${node} loses ${what}`,
    missed: ({ node }) => `${node} does not find what it is asked for`,
  },
  earlierEntries: (shown) => `Only the latest ${number.format(shown)} are listed.`,
};
