import { pbkdf2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accounts, passwords, userIds } from '../../../src/simulation/applications/account.ts';
import { isPassword } from '../../../src/simulation/applications/password.ts';

describe('the passwords of the accounts', () => {
  it.each(userIds)(
    'that of %s is stored as the PBKDF2 hash (RFC 8018) that another implementation derives',
    (user) => {
      const { salt, hash } = accounts[user].password;
      const made = pbkdf2Sync(passwords[user], Buffer.from(salt, 'hex'), 1_000, 32, 'sha256');
      expect(hash).toBe(made.toString('hex'));
    },
  );

  it.each(userIds)('that of %s is accepted, and nothing else is', (user) => {
    const kept = accounts[user].password;
    expect(isPassword(passwords[user], kept)).toBe(true);
    for (const wrong of ['', ` ${passwords[user]}`, passwords[user].toUpperCase(), kept.hash]) {
      expect(isPassword(wrong, kept)).toBe(false);
    }
  });

  it('each have their own salt', () => {
    expect(new Set(userIds.map((user) => accounts[user].password.salt)).size).toBe(userIds.length);
  });
});
