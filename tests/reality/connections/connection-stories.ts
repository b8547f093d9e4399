/** The stories of connections. What each comes to is in `connection-claims.json`. */
import type { ConnectionFault, ConnectionStep, ConnectionStory } from './connection-story.ts';

const open = { kind: 'open' } as const;
const close = { kind: 'close' } as const;
const send = { kind: 'send', text: 'hello' } as const;
const request = { kind: 'request', text: 'hello' } as const;
const then = (fault: ConnectionFault): ConnectionStep => ({ kind: 'fault', fault });
const during = (fault: ConnectionFault, afterMs: number): ConnectionStep => ({
  kind: 'fault-during',
  fault,
  afterMs,
});

export const connectionStories: readonly ConnectionStory[] = [
  {
    id: 'tcp-conversation',
    title: 'A client opens a connection, asks, and closes it.',
    transport: 'tcp',
    steps: [open, request, send, close],
  },
  {
    id: 'tcp-process-dies-idle',
    title: 'The server’s process dies while the connection is idle.',
    transport: 'tcp',
    steps: [open, request, then('process dies'), request, open],
  },
  {
    id: 'tcp-process-dies-asked',
    title: 'The server’s process dies with a request that it has not read.',
    transport: 'tcp',
    steps: [open, request, then('process freezes'), during('process dies', 1_000), request],
  },
  {
    id: 'tcp-process-restarts',
    title: 'The server’s process dies and starts again.',
    transport: 'tcp',
    steps: [open, request, then('process dies'), then('process starts'), request, open, request],
  },
  {
    id: 'tcp-process-freezes',
    title: 'The server’s process freezes: its machine still acknowledges, and no program answers.',
    transport: 'tcp',
    steps: [open, request, then('process freezes'), send, request],
  },
  {
    id: 'tcp-process-continues',
    title: 'A frozen process gets a request and answers it after the thaw.',
    transport: 'tcp',
    steps: [open, then('process freezes'), during('process continues', 2_000), request],
  },
  {
    id: 'tcp-frozen-process-connects',
    title: 'A client opens a connection to a frozen process.',
    transport: 'tcp',
    steps: [then('process freezes'), open, request],
  },
  {
    id: 'tcp-machine-dark',
    title: 'The server’s machine goes dark and sends nothing.',
    transport: 'tcp',
    steps: [open, request, then('machine goes dark'), request, open],
  },
  {
    id: 'tcp-machine-reboots',
    title: 'The server’s machine goes dark and comes back without a memory of its connections.',
    transport: 'tcp',
    steps: [open, request, then('machine goes dark'), then('machine boots'), request, open, request],
  },
  {
    id: 'tcp-link-cut-shortly',
    title: 'The link is cut for two seconds while a request is on its way.',
    transport: 'tcp',
    steps: [open, request, then('link is cut'), during('link is healed', 2_000), request],
  },
  {
    id: 'tcp-link-cut',
    title: 'The link is cut for longer than the client waits.',
    transport: 'tcp',
    steps: [open, request, then('link is cut'), request],
  },
  {
    id: 'udp-conversation',
    title: 'A client asks with datagrams.',
    transport: 'udp',
    steps: [request, request],
  },
  {
    id: 'udp-process-dies',
    title: 'The server’s process dies: its machine says that no program listens at the port.',
    transport: 'udp',
    steps: [request, then('process dies'), request],
  },
  {
    id: 'udp-machine-dark',
    title: 'The server’s machine goes dark, and datagrams get no answer of any kind.',
    transport: 'udp',
    steps: [request, then('machine goes dark'), request],
  },
  {
    id: 'udp-machine-reboots',
    title: 'The server’s machine goes dark and comes back; there was no connection to lose.',
    transport: 'udp',
    steps: [request, then('machine goes dark'), then('machine boots'), request],
  },
  {
    id: 'udp-process-freezes',
    title: 'A frozen process gets a datagram and answers it after the thaw.',
    transport: 'udp',
    steps: [request, then('process freezes'), during('process continues', 1_500), request],
  },
];
