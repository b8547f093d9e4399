/** What stands on memory memories, in Korean. */
import { AFFINITY_COOKIE } from '../../simulation/actors/balancing.ts';
import { roleOf } from '../../simulation/cluster.ts';
import { type MemoryItem, sessionIn } from '../../simulation/memory.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Session } from '../../simulation/session.ts';
import { isLoginKey, isRevocationKey } from '../../simulation/store-keys.ts';
import { endOf, shortId } from '../phrases.ts';
import { factsIn } from './speech.ts';
import { connectionChips } from './transport.ts';
import { clock, nameOf, personOf } from './words.ts';

/** Never a password: not even its owner's browser shows it. */
export function chips(item: MemoryItem, scenario: Scenario): readonly string[] {
  switch (item.kind) {
    case 'session':
      return sessionChips(item.session, scenario);
    case 'ended-session':
      return [`세션 ${shortId(item.ended.id)} 끝남`];
    case 'store-entry': {
      const session = sessionIn(item);
      return session === null ? [entryChip(item.entry.key)] : sessionChips(session, scenario);
    }
    case 'store-role':
      return [item.role === 'primary' ? '주 저장소' : '복제본'];
    case 'conversation':
      return factsIn(item.conversation);
    case 'credentials':
      return [`${personOf(item.userId)} · 비밀번호 들고 다님`];
    case 'access-token':
      return ['서명된 토큰'];
    case 'refresh-token':
      return ['갱신 토큰'];
    case 'key-ring':
      return item.ring.verification.map(({ kid }) => `키 ${kid}`);
    case 'account':
      return [`계정 ${personOf(item.identity.name)}`];
    case 'charge':
      return [`결제 ${item.chargeNumber}`];
    case 'server-draining':
      return [`${nameOf(roleOf(item.server))} 빠지는 중`];
    case 'cookie':
      return item.name === AFFINITY_COOKIE
        ? [`쿠키: ${nameOf(roleOf(item.value))}`]
        : [`쿠키 ${item.name}=${shortId(item.value)}`];
    case 'server-down':
      return [`${nameOf(roleOf(item.server))} 응답 없음`];
    case 'order':
      return [`주문 ${item.orderNumber}`];
    case 'tcp-connection':
      return connectionChips(item.connection);
    case 'tcp-listener':
      return [`포트 ${item.port}에서 기다림`];
    case 'tcp-stream':
      return [`들은 말 “${item.text.trim()}”`];
    case 'udp-request':
      return [`요청 ${item.number}, ${item.attempts}번째 시도`];
    case 'udp-request-counter':
      return [`마지막 요청 번호 ${item.latest}`];
    case 'udp-latest':
      return [`요청 ${item.number} ${item.reply === null ? '처리 중' : '답함'}`];
    default:
      throw new Error(`Unknown item ${item satisfies never}`);
  }
}

/** Of what a store keeps besides sessions. */
function entryChip(key: string): string {
  const id = shortId(key.slice(key.indexOf(':') + 1));
  if (isLoginKey(key)) return `로그인 ${id}`;
  return isRevocationKey(key) ? `폐기한 토큰 ${id}` : key;
}

/** A purchase is shown by what was said in it, a login by who it is, since when and until when. */
function sessionChips(session: Session, scenario: Scenario): string[] {
  const { user, conversation = {} } = session.data;
  const said = factsIn(conversation);
  if (user === undefined) return said.length > 0 ? said : [`세션 ${shortId(session.id)}`];
  const login = `로그인 ${clock(session.createdUs)}`;
  const end = endOf(session, scenario);
  return [`${personOf(user.name)} 님`, end === null ? login : `${login}, 만료 ${clock(end)}`, ...said];
}
