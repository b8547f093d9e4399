/** User accounts, in the database under every strategy. A server crash loses none. */
import type { PasswordHash } from './password.ts';

const userRoles = ['user', 'admin'] as const;
type UserRole = (typeof userRoles)[number];

/** What is known of a logged-in user: never the password or its hash. */
export interface Identity {
  readonly userId: string;
  readonly name: string;
  readonly role: UserRole;
}

/** @param value An untrusted value. */
export function isIdentity(value: unknown): value is Identity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'userId' in value &&
    typeof value.userId === 'string' &&
    'name' in value &&
    typeof value.name === 'string' &&
    'role' in value &&
    userRoles.some((role) => role === value.role)
  );
}

export const userIds = ['mina', 'jun', 'root'] as const;
export type UserId = (typeof userIds)[number];

interface Account extends Identity {
  readonly userId: UserId;
  readonly password: PasswordHash;
}

/** The database's table. */
export const accounts: Readonly<Record<UserId, Account>> = {
  mina: {
    userId: 'mina',
    name: 'Mina',
    role: 'user',
    password: {
      salt: 'b32bed89fc7726dee72f7c62d3d0baed',
      hash: '5499f3a4bf2b65f482aa08863a9c2aec76224605bfbf65c954bb10604d78f818',
    },
  },
  jun: {
    userId: 'jun',
    name: 'Jun',
    role: 'user',
    password: {
      salt: 'f7ccb57258d6ffa5d8b7bb8525ab45fa',
      hash: '78ebc5edb847a78d00b39299e63e3ed30c6f67c7ace5266b832679875304b4e7',
    },
  },
  root: {
    userId: 'root',
    name: 'Root',
    role: 'admin',
    password: {
      salt: '48bfdbada68d5f81838924ced43970a2',
      hash: 'c13eeb71ecea3505705b7c2fa6dd536aaf15a39e9adf7beb7a99ce9cebcc0aab',
    },
  },
};

/** Known only to the accounts' owners, whose browsers send them. */
export const passwords: Readonly<Record<UserId, string>> = {
  mina: 'sunny-side-up',
  jun: 'over-easy',
  root: 'hard-boiled',
};
