/** What a browser keeps for a site, and sends along with every request to it. */
import type { ClusterContext, ClusterEffect } from '../cluster.ts';
import { basicCredentials } from '../protocol/basic-auth.ts';
import { cookiesSetBy } from '../protocol/cookies.ts';
import type { Header, HttpResponse } from '../protocol/http.ts';

/** Every cookie it holds for the site, whatever the strategy, and what it was given to prove itself with. */
export function credentialHeaders(memory: ClusterContext['memory']): readonly Header[] {
  const headers: Header[] = [];
  const pairs: string[] = [];
  for (const item of memory.values()) {
    if (item.kind === 'cookie') pairs.push(`${item.name}=${item.value}`);
    if (item.kind === 'credentials') headers.push(['Authorization', basicCredentials(item)]);
  }
  if (pairs.length > 0) headers.push(['Cookie', pairs.join('; ')]);
  return headers;
}

/** Does with its cookies what a response asks for. */
export function keepCredentials(response: HttpResponse): ClusterEffect[] {
  return cookiesSetBy(response).map(({ name, value, isDeleted }): ClusterEffect => {
    const key = `cookie ${name}`;
    return isDeleted
      ? { kind: 'forget', key }
      : { kind: 'remember', key, item: { kind: 'cookie', name, value } };
  });
}
