/** Accounts: who may log in, kept in the database under every strategy. A crash of a server loses no account. */

const userRoles = ['user', 'admin'] as const;
type UserRole = (typeof userRoles)[number];

export function isUserRole(value: unknown): value is UserRole {
  return userRoles.some((role) => role === value);
}

/** What is known of somebody who has logged in: never a password, nor its hash. */
export interface Identity {
  readonly userId: string;
  readonly name: string;
  readonly role: UserRole;
}

export const userIds = ['mina', 'jun', 'root'] as const;
export type UserId = (typeof userIds)[number];

export interface Account extends Identity {
  readonly userId: UserId;
  /** Known to its owner's browser, and to the database as a hash. */
  readonly password: string;
}

export const accounts: Readonly<Record<UserId, Account>> = {
  mina: { userId: 'mina', name: 'Mina', role: 'user', password: 'sunny-side-up' },
  jun: { userId: 'jun', name: 'Jun', role: 'user', password: 'over-easy' },
  root: { userId: 'root', name: 'Root', role: 'admin', password: 'hard-boiled' },
};
