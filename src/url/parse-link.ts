/** Reads any link, whatever it asks for. */
import { lessonById } from '../lessons/lessons.ts';
import { type Link, linkIn } from './link.ts';
import { decodeRun } from './run-code.ts';

export function parseLink(search: string, hash: string): Link {
  return linkIn(search, hash, { lessonById, readRun: decodeRun });
}
