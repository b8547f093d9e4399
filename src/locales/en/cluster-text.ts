/** The files of a run's cluster, in English. */
import type { ClusterText } from '../../features/exporting/cluster/cluster-text.ts';

export const clusterText: ClusterText = {
  introduction:
    'Files for Docker Compose: a load balancer and small Node servers. The README has this run’s requests and faults as commands. Start the cluster on your computer, and crash real servers.',
  balancer: 'Load balancer',
  balancerNames: { haproxy: 'HAProxy', nginx: 'nginx' },
  files: 'Files',
  save: 'Save as ZIP',
  saved: 'Saved to your downloads.',
  failed: 'The archive couldn’t be created. Please try again.',
  noCluster: 'Runs of TCP, UDP and pasted diagrams have no cluster to start.',
  readme: {
    title: 'A cluster from Statescope',
    intro: (strategy) =>
      `The session is kept by the strategy “${strategy}”. The servers answer the same requests as those in the simulation.`,
    whatIsHere: 'Files',
    fileNotes: {
      compose: 'the containers and their settings',
      balancer: 'how the load balancer chooses a server and checks its health',
      server: 'one server: the requests and their responses',
      sessions: 'where a session is kept. This is the file to read first',
    },
    start: 'Start',
    startNote: 'You need Docker with Compose. The cluster then answers at http://localhost:8080.',
    exercise: 'The run, step by step',
    exerciseNote:
      'Predict each response before you press Enter. The header `X-Served-By` names the server that answered. Wait about three seconds after a fault, so that the health check notices it.',
    tokenNote:
      'A response to a login contains `access_token`, and so can later ones. Put it into the variable of its client: `TOKEN=…` for the first, `TOKEN_2=…` for the second.',
    handOver: 'Another client gets a copy of the credentials',
    noCommand: (fault) => `**${fault}**: Compose has no command for this. Skip it.`,
    noRoute: (what) => `**${what}**: these servers don’t have this. Skip it.`,
    more: 'More to try',
    faults: {
      die: 'A process dies',
      freeze: 'A process freezes',
      thaw: 'It continues',
      restart: 'It restarts, with empty memory',
    },
    stop: 'Stop everything and delete the data',
    leftOut: 'What differs from the simulation',
    leftOutNotes: {
      latency: 'Times: messages take as long as your computer needs. Intervals and timeouts are the run’s.',
      loss: 'No message is lost at random.',
      'absolute-timeout': 'Sessions end when they have been idle, and have no absolute timeout.',
      balancer:
        'The load balancer’s retries, health checks and up/down marks are the run’s. Ties, hashes and bindings are its own.',
      entries: 'Redis limits memory and not the number of entries, so the store here has no limit.',
      failover: 'The replica copies the store. Nothing promotes it when the store fails.',
      'token-state': 'The deny list and refresh tokens are missing.',
      'reply-delay':
        'Each server waits five seconds before it replies, so that you can stop it in between. Timeouts are longer by as much.',
      connections: 'Each `curl` opens a connection of its own.',
      clients: 'Clients retry, resend and log in again only where a step says so.',
      addresses: 'All requests come from your computer, so they have one address.',
      queue: 'A server has no limit of waiting requests.',
      writes: 'When two requests change one session, the later write wins.',
      'write-errors': 'A server that can’t store a session answers 503.',
      'local-copies': 'Servers keep no copies of what is in the store.',
      reads: 'Servers read from the primary store only.',
      'own-keys': 'Each server has a key of its own, and keeps it through a restart.',
      'keys-in-store': 'All servers have the same key from the start.',
      signature: 'Tokens are signed with a shared secret.',
      clocks: 'All containers have the clock of your computer.',
      versions: 'All servers run the same code.',
    },
  },
};
