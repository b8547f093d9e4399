/** A study in an address: the name of a ready-made one, or the study itself, packed as base64url. Untrusted. */
import { base64urlnopad } from '@scure/base';
import { checkStudy, type StudyProblem } from '../lab/check-study.ts';
import { nameOfStudy, readyMade, type StudyName, studyNames } from '../lab/studies.ts';
import type { Study } from '../lab/study.ts';
import { type Json, pack, unpack } from './packed-json.ts';

/** First character of a code. Names are lower-case, so no name is a code. */
const VERSION = 'A';
const CODE_CHARACTERS_MAX = 10_000;

export function studyCode(study: Study): string {
  return nameOfStudy(study) ?? `${VERSION}${base64urlnopad.encode(pack(study as unknown as Json, []))}`;
}

/** Never throws. */
export function readStudyCode(
  code: string,
): { readonly study: Study } | { readonly problems: readonly StudyProblem[] } {
  const name = studyNames.find((each) => each === code);
  if (name !== undefined) return { study: readyMade[name satisfies StudyName] };
  if (!code.startsWith(VERSION) || code.length > CODE_CHARACTERS_MAX) {
    return { problems: [{ kind: 'not-a-study' }] };
  }
  try {
    return checkStudy(unpack(base64urlnopad.decode(code.slice(VERSION.length)), []));
  } catch {
    return { problems: [{ kind: 'not-a-study' }] };
  }
}
