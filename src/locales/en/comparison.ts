/** The comparison in English. */

import type { ComparisonWords } from '../../features/guide/comparison-words.ts';
import type { Measure } from '../../lessons/comparison.ts';

const measures: Record<Measure['what'], (value: string) => string> = {
  'bytes-per-request': (value) => `${value} bytes a request`,
  'memory-on-servers': (value) => `${value} bytes on the servers`,
  'store-round-trips': (value) => `Round trips to a store, a request: ${value}`,
};

export const comparisonWords: ComparisonWords = {
  aspect: 'What is compared',
  seen: 'To be seen in',
  measured: (what, value) => measures[what](value),
  measuring:
    'Bytes, memory and round trips are not written here: they are counted in runs of the same purchase and of the same login, without a fault, when this page is opened. Both directions count.',
  modes: {
    title: 'Stateful and stateless',
    introduction: 'Said of the servers, and of what they remember of a customer between two requests.',
    columns: ['Stateful', 'Stateless'],
    rows: {
      where: {
        name: 'Where the state is',
        cells: ['With the server that heard it.', 'With the client, which says everything each time.'],
      },
      crash: {
        name: 'A server crashes',
        cells: [
          'What only that server knew is gone, and the customer has to begin again. A copy elsewhere saves it.',
          'Nothing is forgotten, for nothing was remembered. A request under way is in doubt all the same.',
        ],
      },
      change: {
        name: 'Another server answers',
        cells: ['It knows nothing of the customer, and asks again.', 'Any server answers any request.'],
      },
      'scale-out': {
        name: 'A server is added',
        cells: [
          'It knows nobody: clients stay where they are, or all sessions have to be sent to it.',
          'It serves at once. To check tokens it needs the key.',
        ],
      },
      bytes: {
        name: 'Bytes',
        cells: [
          'Only what is new is said, and a cookie travels along each time.',
          'What was said before is said again.',
        ],
      },
      memory: {
        name: 'Memory',
        cells: [
          'For every customer, as long as the session lives; with copies, on every server.',
          'None on the servers. The clients carry it.',
        ],
      },
      logout: {
        name: 'Logout',
        cells: [
          'The server ends the session. What the client still holds is worth nothing.',
          'The client drops its token. A copy elsewhere is good until it expires.',
        ],
      },
      load: {
        name: 'The servers’ work',
        cells: [
          'Finding the state: in memory, or with one more message there and back.',
          'Reading all of it from the request, and checking signatures.',
        ],
      },
      examples: {
        name: 'Examples',
        cells: [
          'TCP, whose two ends remember the connection. A login with a session.',
          'HTTP, request by request. UDP. A login with a signed token.',
        ],
      },
    },
  },
  logins: {
    title: 'Login with a session, login with a token',
    introduction:
      'In both, the password is checked once, against the account in the database. They differ in what follows.',
    columns: ['Session', 'Signed token'],
    rows: {
      picture: {
        name: 'A picture for it',
        cells: [
          'A cloakroom ticket: a number, and the coat hangs behind the counter.',
          'A signed wristband: it says itself what its wearer may do.',
        ],
      },
      where: {
        name: 'Who remembers the login',
        cells: [
          'A server, all servers, or a store for all of them. The client has an ID.',
          'The client, in the token. The servers have a key.',
        ],
      },
      crash: {
        name: 'A server crashes',
        cells: [
          'Whoever’s session was there alone has to log in again.',
          'The next server checks the token, and the client notices nothing.',
        ],
      },
      change: {
        name: 'Another server answers',
        cells: [
          '401, unless it has the session too, or the load balancer sends clients back to where they were.',
          '200 from every server that has the key.',
        ],
      },
      'scale-out': {
        name: 'A server is added',
        cells: [
          'With a shared store it serves everybody at once; with sticky sessions only newcomers.',
          'It serves everybody once it has the key. Without the key it answers 401.',
        ],
      },
      bytes: {
        name: 'Bytes',
        cells: ['An ID is short.', 'A token is long, and travels with every request.'],
      },
      memory: {
        name: 'The servers’ memory',
        cells: ['Something for everybody who is logged in.', 'Nothing for anybody.'],
      },
      reading: {
        name: 'What can be read',
        cells: [
          'The ID means nothing to whoever reads it.',
          'Anybody who has the token can read it. It is signed, so nobody can change it unnoticed.',
        ],
      },
      expiry: {
        name: 'When it ends',
        cells: [
          'When the server says so: not used for too long, or too old.',
          'At the time that is written in it. A new one needs a refresh token, which is remembered.',
        ],
      },
      logout: {
        name: 'Logout',
        cells: [
          'The session is deleted, and the ID is worthless at once.',
          'At once only with a list of revoked tokens, and then there is state again.',
        ],
      },
      theft: {
        name: 'When it is stolen',
        cells: [
          'The thief is logged in until the session ends. A logout ends it for both.',
          'The thief is logged in until it expires, even after a logout. A new key ends it, for everybody.',
        ],
      },
      load: {
        name: 'A look at a store',
        cells: [
          'With a shared store, one or more for each request.',
          'None. The signature is checked instead.',
        ],
      },
    },
  },
};
