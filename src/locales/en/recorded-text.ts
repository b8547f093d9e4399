/** Opening HAR files, OpenTelemetry traces and PlantUML, in English. */
import type { RecordedText } from '../../features/importing/recorded-text.ts';
import type { CallKind } from '../../sequence/recorded/capture.ts';
import type { RecordedWords } from '../../sequence/recorded/recorded-words.ts';
import { number } from './words.ts';

const kinds: Readonly<Record<CallKind, string>> = {
  document: 'Pages',
  fetch: 'Requests by scripts (XHR, fetch)',
  script: 'Scripts',
  style: 'Style sheets',
  image: 'Images',
  font: 'Fonts',
  media: 'Audio and video',
  socket: 'WebSockets',
  other: 'Other',
  http: 'HTTP',
  rpc: 'Remote procedure calls',
  database: 'Databases',
  messaging: 'Messaging',
  internal: 'Work inside a service',
};

const things = { session: 'Session ID', affinity: 'Affinity cookie', token: 'Token' } as const;

const words: RecordedWords = {
  browser: 'Browser',
  caller: 'Caller',
  missing: 'Not in this file',
  kind: (kind) => kinds[kind],
  sent: (credentials) => `sends ${credentials}`,
  set: (credentials) => `sets ${credentials}`,
  deleted: (name) => `${name} deleted`,
  more: (count) => `${number.format(count)} more`,
  redirect: (target) => `→ ${target}`,
  fromCache: (where) => (where === 'disk-cache' ? 'from the disk cache' : 'from the memory cache'),
  failed: (reason) => (reason === '' ? 'There was no response.' : `There was no response: ${reason}`),
  answered: () => 'response',
  changed: (purpose, before, after) => `${things[purpose]} changed: ${before} → ${after}`,
  wasDeleted: (credential) => `The server deleted ${credential}.`,
  expired: (credential) => `${credential} has expired.`,
  notSent: (credential) => `${credential} isn’t sent this time.`,
  rejected: (name, domain) => `Browsers reject ${name}: its domain ${domain} isn’t this host’s.`,
  missingParent: 'The span that made this call isn’t in the file.',
  clockAhead: (name, milliseconds) =>
    `The clock of ${name} was ${number.format(milliseconds)} ms ahead. Its spans are placed inside the call.`,
  clockBehind: (name, milliseconds) =>
    `The clock of ${name} was ${number.format(milliseconds)} ms behind. Its spans are placed inside the call.`,
  trace: (id) => `Trace ${id}`,
};

export const recordedText: RecordedText = {
  words,
  alsoOpens:
    'PlantUML sequence diagrams, HAR files of a browser, and OpenTelemetry traces (OTLP JSON) open here, too. Files stay on this device.',
  recentProblems: {
    'diagram-not-here': (title) =>
      `“${title}” is no longer in this browser, and it was too long for an address.`,
    'bad-diagram': (title) => `“${title}” can’t be read: it’s incomplete or was changed.`,
    'later-version': (title) => `“${title}” was kept by a later version of Statescope.`,
  },
  reading: 'Reading the file',
  readingText: 'Reading the diagram',
  cancel: 'Cancel',
  staysHere: 'The file stays on this device. The page reads it here and sends nothing.',
  problems: {
    'not-json': 'This isn’t JSON, so it’s neither a HAR file nor an OpenTelemetry trace.',
    truncated: 'The file ends in the middle. Save it again, and wait until it’s complete.',
    'unknown-format':
      'This is JSON, but neither a HAR file (“log” with “entries”) nor an OpenTelemetry trace (“resourceSpans”).',
    'no-calls': 'It has no requests and no spans.',
    'not-read': 'The file couldn’t be read.',
    'too-large': ({ megabytes, megabytesMax }) =>
      `The file has ${number.format(megabytes)} MB. Up to ${number.format(megabytesMax)} MB can be opened.`,
  },
  kinds: 'Kinds of requests',
  hosts: 'Hosts',
  services: 'Services',
  option: (name, count) => `${name} (${number.format(count)})`,
  chosen: (count, all) => `${number.format(count)} of ${number.format(all)} requests`,
  isCut: (max) =>
    `The diagram shows the first ${number.format(max)}. Choose fewer kinds or hosts to see the rest.`,
  skipped: (count) =>
    count === 1 ? 'One entry couldn’t be read.' : `${number.format(count)} entries couldn’t be read.`,
  noCredentials:
    'There are no cookies or tokens in this file. Chrome and Edge leave them out, unless you save the HAR “with sensitive data”.',
  showValues: 'Show values of cookies, tokens and parameters',
  valuesShown: 'Values can be passwords to someone’s account. Don’t show them to an audience.',
  show: 'Show diagram',
  otherFile: 'Open something else',
  notUnderstood: (count) =>
    count === 1 ? 'One line isn’t understood:' : `${number.format(count)} lines aren’t understood:`,
  lineOf: (line, text) => `Line ${number.format(line)}: ${text}`,
  moreLines: (count) => `and ${number.format(count)} more`,
  showAnyway: 'Show the rest',
  nothingInPlantUml: 'This PlantUML has no message or note of a sequence diagram.',
  textProblems: {
    'too-large': ({ characters, charactersMax }) =>
      `This has ${number.format(characters)} characters. Up to ${number.format(charactersMax)} can be opened.`,
    'long-line': ({ line, characters, charactersMax }) =>
      `Line ${number.format(line)} has ${number.format(characters)} characters. A line can have up to ${number.format(charactersMax)}.`,
    'not-a-sequence-diagram': ({ word }) =>
      `This begins with “${word}”. Only Mermaid’s sequence diagrams can be stepped through; they begin with “sequenceDiagram”.`,
    'nothing-in-it': 'It has no message, note or frame to step through.',
    syntax: 'Mermaid can’t read this:',
    'syntax-in-line': ({ line }) => `Mermaid can’t read line ${number.format(line)}:`,
    semicolon: ({ line }) =>
      `Line ${number.format(line)} has a semicolon before its end, and Mermaid ends the line there. Write “#59;” instead, or take it out.`,
    'too-nested': ({ nestedMax }) =>
      `Its frames are nested too deep to draw. Up to ${number.format(nestedMax)} can be inside each other.`,
    'too-nested-in-line': ({ line, nestedMax }) =>
      `The frame in line ${number.format(line)} is nested too deep to draw. Up to ${number.format(nestedMax)} can be inside each other.`,
    'mermaid-not-loaded': 'Mermaid couldn’t be loaded. Everything else still works. Please try again.',
  },
  fileNotRead: 'The file couldn’t be read.',
  notShown: 'Statescope failed to show this diagram. The fault is in Statescope, not in the text.',
  runFileProblems: {
    'later-run-file': 'This run was saved by a later version of Statescope.',
    'bad-run-file': 'The run in this file can’t be read: it’s incomplete or was changed.',
    'bad-scenario-file': 'The scenario in this file isn’t valid.',
  },
};
