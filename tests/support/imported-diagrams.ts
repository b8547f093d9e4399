/** Imported diagrams for tests. */
import type { ImportedDiagram } from '../../src/sequence/imported-diagram.ts';

/** A login with a self-message, a note of six lines, an `alt` with its `else`, and most other elements. */
export const login = `---
title: Login
---
sequenceDiagram
    autonumber
    box transparent Front
    actor U as User
    participant W as Web app
    end
    participant A as Auth service
    participant D@{ "type": "database" } as Accounts
    link A: Dashboard @ https://example.com/auth
    U->>+W: Name and password
    W->>W: Checks the form
    W->>+A: POST /login
    Note right of A: Find the user<br/>Hash the password<br/>Compare<br/>Make a session<br/>Remember it<br/>Answer
    A->>D: SELECT user
    D-->>A: hash
    alt the password is right
        A-->>W: 200, session 7f3a
        loop every minute
            W-)A: Still there?
        end
    else the password is wrong
        A--xW: 401
        W-->>U: Try again
    end
    deactivate A
    create participant L as Log
    W->>L: write
    destroy L
    L-->>W: done
    Note over U,D: Everybody has seen it
    W-->>-U: Welcome
`;

/** A diagram with one message per text. */
export function drawingSaying(...texts: string[]): ImportedDiagram {
  const participants = ['a', 'b'].map((id) => ({ id, name: id, shape: 'participant', links: [] }) as const);
  const lines = texts.map(
    (text) =>
      ({
        kind: 'message',
        from: 'a',
        to: 'b',
        text,
        line: 'solid',
        head: 'arrow',
        centres: { from: false, to: false },
        number: null,
        creates: null,
        destroys: null,
      }) as const,
  );
  return { title: 'Mine', participants, boxes: [], lines };
}
