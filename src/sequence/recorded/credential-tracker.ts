/** Follows cookies and tokens through the requests of a recording, in order of time. */
import type { Credential, Mark } from './capture.ts';
import { type Cookie, CookieJar, type CookieUrl, cookiePairs } from './cookie-jar.ts';
import { CredentialNumbers, type Header, purposeOfCookie, tokensIn, tokensInBody } from './credentials.ts';

interface Observed {
  readonly credentials: readonly Credential[];
  readonly marks: readonly Mark[];
}

export class CredentialTracker {
  readonly #jar = new CookieJar();
  readonly #numbers = new CredentialNumbers();
  /** The token that was last sent to an address, by host, path and scheme. */
  readonly #lastTokens = new Map<string, Credential>();

  get isEmpty(): boolean {
    return this.#numbers.isEmpty;
  }

  request(headers: readonly Header[], url: CookieUrl, nowMs: number): Observed {
    const pairs = valuesOf(headers, 'cookie').flatMap(cookiePairs);
    const { cookies, expired } = this.#jar.cookiesFor(url, nowMs);
    const marks: Mark[] = [
      ...expired.filter(isRemarkable).map((cookie) => this.#mark('expired', cookie)),
      ...cookies
        .filter((each) => isRemarkable(each) && !pairs.some(({ name }) => name === each.name))
        .map((cookie) => this.#mark('not-sent', cookie)),
    ];
    const sent = pairs.map(({ name, value }) => {
      const credential = this.#numbers.cookie(name, value);
      const known = cookies.find((cookie) => cookie.name === name);
      if (known !== undefined && known.value !== value) marks.push(...this.#changed(known, credential));
      if (known?.value !== value) this.#jar.learn(name, value, url);
      return credential;
    });
    const tokens = this.#tokens(headers, url);
    return { credentials: [...sent, ...tokens.credentials], marks: [...marks, ...tokens.marks] };
  }

  response(headers: readonly Header[], body: string, url: CookieUrl, nowMs: number): Observed {
    const credentials: Credential[] = [];
    const marks: Mark[] = [];
    // Browsers join several Set-Cookie headers with line breaks.
    for (const line of valuesOf(headers, 'set-cookie').flatMap((value) => value.split('\n'))) {
      const setting = this.#jar.set(line, url, nowMs);
      if (setting.kind === 'rejected') marks.push(setting);
      else if (setting.kind === 'deleted') {
        credentials.push(this.#numbers.deletedCookie(setting.cookie.name));
        if (setting.before !== null && isRemarkable(setting.before)) {
          marks.push(this.#mark('deleted', setting.before));
        }
      } else if (setting.kind === 'set') {
        const credential = this.#numbers.cookie(setting.cookie.name, setting.cookie.value);
        credentials.push(credential);
        if (setting.before !== null) marks.push(...this.#changed(setting.before, credential));
      }
    }
    const tokens = tokensInBody(body).map(({ name, value }) => this.#numbers.token(name, value));
    return { credentials: [...credentials, ...tokens], marks };
  }

  #tokens(headers: readonly Header[], { host, path }: CookieUrl): Observed {
    const marks: Mark[] = [];
    const credentials = tokensIn(headers).map(({ name, value }) => this.#numbers.token(name, value));
    const key = JSON.stringify([host, path]);
    const before = this.#lastTokens.get(key);
    const after = credentials.find(({ name }) => !/^x-(?:csrf|xsrf)/i.test(name));
    if (before !== undefined && after === undefined) marks.push({ kind: 'not-sent', credential: before });
    if (before !== undefined && after !== undefined && before.value !== after.value) {
      marks.push({ kind: 'changed', purpose: 'token', before, after });
    }
    if (after === undefined) this.#lastTokens.delete(key);
    else this.#lastTokens.set(key, after);
    return { credentials, marks };
  }

  #changed(before: Cookie, after: Credential): Mark[] {
    const { purpose } = after;
    if (purpose === 'other' || before.value === after.value) return [];
    return [{ kind: 'changed', purpose, before: this.#numbers.cookie(before.name, before.value), after }];
  }

  #mark(kind: 'deleted' | 'expired' | 'not-sent', { name, value }: Cookie): Mark {
    return { kind, credential: this.#numbers.cookie(name, value) };
  }
}

function isRemarkable({ name }: Cookie): boolean {
  return purposeOfCookie(name) !== 'other';
}

export function valuesOf(headers: readonly Header[], name: string): string[] {
  return headers.filter((each) => each.name.toLowerCase() === name).map(({ value }) => value);
}
