/** The files that a branch changes, committed or not. */
import { execFileSync } from 'node:child_process';
import { root } from './process.mjs';

/** Where a change will be merged: a fork compares with the original repository. */
const MAIN_BRANCHES = ['upstream/main', 'origin/main', 'main'];

/**
 * @typedef {{ branch: string, commit: string, files: string[] }} Changes
 *   branch: the main branch. commit: where this branch left it.
 *   files: from the project root, with slashes. Deleted files are included.
 */

/**
 * @param {string} [folder]
 * @returns {Changes | null} null without Git, without a repository or without a main branch
 */
export function readChanges(folder = root) {
  for (const branch of MAIN_BRANCHES) {
    const commit = git(folder, ['merge-base', 'HEAD', branch])?.trim();
    if (!commit) continue;
    const changed = git(folder, ['diff', '--name-only', '--no-renames', '--relative', '-z', commit]) ?? '';
    const added = git(folder, ['ls-files', '--others', '--exclude-standard', '-z']) ?? '';
    const files = [...changed.split('\0'), ...added.split('\0')].filter(Boolean);
    return { branch, commit: commit.slice(0, 8), files: files.sort() };
  }
  return null;
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {string | null} null if Git is missing or reports an error
 */
function git(folder, args) {
  try {
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}
