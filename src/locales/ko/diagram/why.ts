/** The facts that decided a step, in Korean. */
import type { WhyWords } from '../../../sequence/messages/message.ts';
import { withParticle } from '../particles.ts';

export const why: WhyWords = {
  'why.has-no-session': ({ node }) => `${node}에는 요청에 적힌 세션이 없어요.`,
  'why.session-was-on': ({ node }) => `그 세션은 ${node}의 메모리에 있었어요.`,
  'why.session-is-on': ({ node }) => `그 세션은 ${node}의 메모리에 있어요.`,
  'why.crash-took-it': ({ node }) => `${node}에 장애가 나서 메모리도 함께 사라졌어요.`,
  'why.darkness-took-it': ({ node }) => `${node}의 전원이 끊겨서 메모리도 함께 사라졌어요.`,
  'why.restart-took-it': ({ node }) =>
    `배포로 ${withParticle(node, '이/가')} 재시작되면서 메모리가 비었어요.`,
  'why.left-with-it': ({ node }) =>
    `${withParticle(node, '이/가')} 클러스터에서 빠지면서 메모리도 함께 사라졌어요.`,
  'why.crash-took-change': ({ node }) =>
    `세션의 마지막 변경은 ${node}에만 있었고, 그 메모리와 함께 사라졌어요.`,
  'why.was-evicted': ({ node }) =>
    `${withParticle(node, '이/가')} 가득 차서, 다른 항목을 저장하려고 이것을 축출했어요.`,
  'why.was-not-stored': ({ node }) => `클라이언트는 쿠키를 받았지만, ${node}에는 저장되지 않았어요.`,
  'why.other-data-won': ({ node }) =>
    `마지막 변경은 ${node}에만 저장됐어요. 그 뒤에 다른 저장소의 데이터로 바뀌었는데, 거기에는 그 변경이 없었어요.`,
  'why.was-overwritten': ({ node }) => `${node}에서 다른 요청이 그 변경을 덮어썼어요.`,
  'why.was-revived': ({ node }) => `${node}에서 다른 요청이 끝난 세션을 되살렸어요.`,
  'why.was-replaced': ({ node }) => `그 세션은 ${node}에 남았지만, 쿠키에는 새 세션이 적혀 있어요.`,
  'why.old-one-is-gone': ({ node }) =>
    `${withParticle(node, '은/는')} 그 자리에 새것을 저장해서, 거기 있던 내용은 사라졌어요.`,
  'why.has-older-data': ({ node }) => `${node}에는 세션의 마지막 변경이 없었어요.`,
  'why.was-behind': ({ node }) => `마지막 변경이 아직 ${node}에 도착하지 않았어요.`,
  'why.has-change-but-is-down': ({ node }) => `마지막 변경은 ${node}에 있는데, 지금 장애가 나 있어요.`,
  'why.came-back-without-it': ({ node }) =>
    `변경이 저장될 때 ${withParticle(node, '은/는')} 장애 중이었고, 변경 없이 돌아왔어요.`,
  'why.never-got-it': ({ node }) => `그 변경은 ${node}에 도착한 적이 없어요.`,
  'why.used-own-copy': ({ node }) =>
    `${withParticle(node, '이/가')} 저장소에 묻지 않고 자기가 가진 세션 사본으로 응답했어요.`,
  'why.expired-there': ({ node }) => `그 세션은 유효 기간이 지나서 ${node}에 없어요.`,
  'why.ended-it': ({ node }) => `${withParticle(node, '이/가')} 그 세션을 끝냈어요.`,
  'why.was-renewed': ({ node }) =>
    `${withParticle(node, '이/가')} 로그인할 때 세션에 새 ID를 주고, 이전 ID를 지웠어요.`,
  'why.copy-was-lost': ({ node }) => `${withParticle(node, '으로/로')} 가던 사본이 유실됐어요.`,
  'why.copy-had-expired': ({ node }) => `${node}의 시계로는 사본의 유효 기간이 지나서 저장하지 않았어요.`,
  'why.was-not-copied': ({ node }) => `${withParticle(node, '이/가')} 아직 사본을 보내지 않았어요.`,
  'why.has-no-connection': ({ node }) => `${withParticle(node, '이/가')} 모르는 연결의 세그먼트를 받았어요.`,
  'why.connection-was-on': ({ node }) => `그 연결은 ${node}의 메모리에 있었어요.`,
  'why.was-closed': ({ node }) => `관리자가 점검하려고 ${withParticle(node, '을/를')} 빼 두었어요.`,
  'why.was-closed-to-newcomers': ({ node }) =>
    `관리자가 ${withParticle(node, '으로/로')} 새 클라이언트를 보내지 않게 했어요.`,
  'why.was-draining': ({ node }) => `${withParticle(node, '은/는')} 빠지는 중이라 새 요청을 받지 않았어요.`,
  'why.lost-its-table': '로드 밸런서가 멈추면서, 클라이언트와 서버를 짝지은 표가 사라졌어요.',
  'why.is-bound-to': ({ node }) => `로드 밸런서의 표에는 이제 이 클라이언트가 ${node}에 짝지어져 있어요.`,
  'why.was-marked-down': ({ node }) => `로드 밸런서가 ${withParticle(node, '을/를')} 장애로 판단했어요.`,
  'why.did-not-answer': ({ node }) => `${withParticle(node, '이/가')} 응답하지 않았어요.`,
  'why.addresses-moved': ({ node }) =>
    `${withParticle(node, '이/가')} 추가되어 일부 주소의 담당 서버가 바뀌었어요.`,
  'why.closed-without-a-response': ({ node }) => `${withParticle(node, '이/가')} 응답 없이 연결을 닫았어요.`,
  'why.was-frozen': ({ node }) =>
    `${node}의 프로세스가 멈춰 있었어요. 요청은 거기서 기다리다가 다시 동작할 때 처리돼요.`,
  'why.had-a-frozen-process': ({ node }) => `${node}의 프로세스가 멈춰 있어서 응답이 없었어요.`,
  'why.had-gone-dark': ({ node }) => `${node}의 전원이 끊겨서 아무 응답도 없었어요.`,
  'why.had-crashed': ({ node }) => `${node}에 이미 장애가 나 있었어요.`,
  'why.had-left': ({ node }) => `${withParticle(node, '은/는')} 이미 클러스터에서 빠졌어요.`,
  'why.no-check-had-failed': '실패한 헬스 체크는 아직 없었어요.',
  'why.too-few-checks-had-failed': '헬스 체크가 실패했지만, 장애로 판단할 횟수에는 아직 모자랐어요.',
  'why.no-checks-are-made': '로드 밸런서가 헬스 체크를 하지 않아요. 요청이 실패해야 장애를 알 수 있어요.',
  'why.is-tried-although-down': ({ node }) =>
    `그때는 ${withParticle(node, '을/를')} 이미 장애로 판단했지만, 로드 밸런서가 같은 서버로 재시도해요.`,
  'why.is-not-replaced-yet': ({ node }) => `아직 ${withParticle(node, '을/를')} 이어받은 복제본이 없어요.`,
  'why.gives-up': '이 로드 밸런서는 이럴 때 포기하도록 설정돼 있어요.',
  'why.has-no-servers': '로드 밸런서가 요청을 보낼 서버가 하나도 없어요.',
  'why.has-taken-over': ({ node }) => `지금은 ${withParticle(node, '이/가')} 주 저장소라서, 다음으로 물어요.`,
  'why.system-answers': ({ node }) => `${node}의 머신은 켜져 있어서 운영체제가 대신 응답해요.`,
  'why.nothing-was-sent': ({ node }) => `그래서 이번에는 ${node}에 보낸 것도, 거기서 처리된 것도 없어요.`,
  'why.closed-while-idle': ({ node }) =>
    `요청이 가는 사이에 ${withParticle(node, '이/가')} 그 유휴 연결을 닫았어요.`,
  'why.is-not-repeated': '어디까지 처리했는지 몰라서 자동으로 재시도하지 않아요.',
  'why.is-repeated': '여러 번 보내도 괜찮은 요청이라, 로드 밸런서가 다른 서버로 재시도했어요.',
  'why.has-no-other-server':
    '어디까지 처리했는지는 알 수 없어요. 다시 보내도 괜찮은 요청이지만, 보낼 수 있는 다른 서버가 없었어요.',
  'why.result-is-unknown': '어디까지 처리했는지는 알 수 없어요.',
  'why.broke-off': ({ node }) => `${withParticle(node, '이/가')} 답하기 전에 연결을 닫았어요.`,
  'why.was-sent-again': ({ node }) => `${withParticle(node, '이/가')} 같은 요청을 다시 보냈어요.`,
  'why.has-the-same-key': '멱등성 키가 같아서, 같은 결제라는 것을 알 수 있어요.',
  'why.is-not-recognized': '요청에는 같은 결제라는 표시가 없어요.',
  'why.had-not-answered': ({ node }) =>
    `${withParticle(node, '은/는')} 요청을 받았지만, 제때 답하지 못했어요.`,
  'why.was-on-its-way': ({ node }) => `${withParticle(node, '으로/로')} 보낸 메시지가 아직 가는 중이었어요.`,
  'why.had-a-full-queue': ({ node }) => `${node}의 워커가 모두 바쁘고, 대기열에도 자리가 없었어요.`,
  'why.sender-waits': ({ node }) => `${withParticle(node, '은/는')} 유실된 줄 모르고 타임아웃까지 기다려요.`,
  'why.asker-waits': ({ node }) =>
    `${withParticle(node, '은/는')} 유실된 줄 모르고 타임아웃까지 이 응답을 기다려요.`,
  'why.sender-retransmits': ({ node }) =>
    `${withParticle(node, '은/는')} 유실된 줄 몰라요. 확인 응답이 제때 오지 않으면 세그먼트를 다시 보내요.`,
  'why.is-not-acknowledged': ({ node }) =>
    `확인 응답에는 확인 응답이 오지 않아서, ${withParticle(node, '은/는')} 유실된 줄 몰라요.`,
  'why.nobody-waits': '이 메시지나 답을 기다리는 쪽이 없어서, 아무도 유실을 몰라요.',
  'why.was-never-there': '어느 노드에도 있었던 적이 없어요.',
  'why.was-not-said':
    '요청에 적힌 것과 서버가 아는 것을 합쳐도 정보가 모자라요. 그래서 서버가 나머지를 물어봐요.',
  'why.had-no-room': ({ node }) =>
    `${withParticle(node, '이/가')} 가득 찼고, 이때는 쓰기를 거부하도록 설정돼 있어요.`,
  'why.is-still-loading': ({ node }) => `${withParticle(node, '은/는')} 아직 데이터를 불러오는 중이었어요.`,
  'why.is-only-a-replica': ({ node }) => `${withParticle(node, '은/는')} 복제본일 뿐이라 거부했어요.`,
  'why.kept-changing': '세션을 읽을 때마다, 그사이에 다른 요청이 세션을 바꿨어요.',
  'why.is-locked': '세션의 잠금이 제때 풀리지 않았어요.',
  'why.holds-the-lock': ({ node }) => `${node}에 있던 요청이 이 세션을 잠갔어요.`,
  'why.crashed-with-the-lock': ({ node }) =>
    `${withParticle(node, '이/가')} 잠금을 풀기 전에 멈췄어요. 잠금은 만료될 때까지 저장소에 남아요.`,
  'why.was-frozen-waiting': ({ node }) =>
    `${node}의 프로세스가 멈춰 있는 사이에 잠금을 기다릴 시간이 지났어요.`,
  'why.written-by-another-version': ({ node }) =>
    `${withParticle(node, '은/는')} 코드 버전이 달라서 이 세션을 읽을 수 없어요.`,
  'why.session-expired': '세션을 너무 오래 쓰지 않았거나, 만든 지 너무 오래됐어요.',
  'why.token-expired': '토큰의 유효 기간이 지났어요.',
  'why.token-was-revoked': '주인이 로그아웃했을 때 차단 목록에 올랐어요.',
  'why.nothing-was-shown':
    '요청에 누구인지 알려 주는 쿠키나 토큰이 없었어요. 그러면 서버는 누구의 요청인지 알 수 없어요.',
  'why.no-password-was-shown':
    '요청에 이름과 비밀번호가 없어요. 서버가 아무것도 기억하지 않으면 요청마다 필요해요.',
  'why.credentials-are-wrong': '이 이름과 비밀번호를 쓰는 사용자가 데이터베이스에 없어요.',
  'why.has-no-login': ({ node }) =>
    `${withParticle(node, '이/가')} 찾은 세션은 로그인한 세션이 아니에요. 세션만으로는 누구인지 알 수 없어요.`,
  'why.has-no-such-page': ({ node }) => `${node}에는 이 주소의 페이지가 없어요.`,
  'why.is-unreadable': ({ node }) => `${withParticle(node, '은/는')} 요청의 내용을 알아볼 수 없어요.`,
  'why.no-refresh-tokens': '이 클러스터는 리프레시 토큰을 발급하지 않아요.',
  'why.shows-no-refresh-token': ({ node }) => `${node}에는 보낼 리프레시 토큰이 없었어요.`,
  'why.has-older-login': ({ node }) => `${node}에는 이 로그인의 이전 리프레시 토큰만 있어요.`,
  'why.has-no-login-entry': ({ node }) => `${node}에는 이 리프레시 토큰의 로그인이 더 이상 없어요.`,
  'why.logout-had-ended-login': ({ node }) =>
    `${withParticle(node, '이/가')} 로그아웃하면서 그 로그인을 끝냈어요.`,
  'why.reuse-had-ended-login': ({ node }) =>
    `${withParticle(node, '이/가')} 이미 쓰인 리프레시 토큰을 보내서, 그 로그인이 끝났어요.`,
  'why.was-used-before': ({ node }) =>
    `이 리프레시 토큰은 ${withParticle(node, '이/가')} 전에 이미 썼어요. 한 번만 쓸 수 있어요.`,
  'why.another-was-faster': '같은 때에 다른 요청이 이 리프레시 토큰을 먼저 썼어요.',
  'why.reuse-ends-login': '두 번째는 훔친 사람일 수 있어서, 그 로그인은 모두에게 끝나요.',
  'why.dropped-its-tokens': ({ node }) =>
    `${withParticle(node, '은/는')} 리프레시 토큰이 거부됐을 때 자기 토큰을 지웠어요.`,
  'why.has-no-right': '누구인지는 알지만, 역할에 그 권한이 없어요.',
  'why.is-always-checked': ({ node }) => `${withParticle(node, '은/는')} 요청마다 빠짐없이 확인해요.`,
  'why.token-was-changed': '서버가 서명한 토큰이 아니에요.',
  'why.has-no-key': ({ node }) => `${node}에는 키가 없어요.`,
  'why.has-public-half-only': ({ node }) =>
    `${node}에는 공개 키만 있어요. 공개 키로는 서명을 확인할 수만 있고, 서명할 수는 없어요.`,
  'why.has-not-read-a-key': ({ node }) =>
    `${withParticle(node, '은/는')} 아직 저장소에서 키를 읽지 못했어요.`,
  'why.was-away': '그동안 유효 기간이 지났어요.',
  'why.was-emptied': ({ node }) => `${node}에 저장해 둔 것이 모두 지워졌어요.`,
  'why.key-never-received': ({ node }) =>
    `${withParticle(node, '은/는')} 이 토큰이나 쿠키의 키를 받은 적이 없어요.`,
  'why.key-was-removed': ({ node }) => `${node}에 이 토큰이나 쿠키의 키가 있었지만 제거됐어요.`,
  'why.key-is-on': ({ node }) => `그 키는 ${node}에 있어요.`,
  'why.key-was-on': ({ node }) => `그 키는 ${node}에 있었어요.`,
  'why.lost-the-keys': ({ node }) => `서버들의 키는 ${node}에 있었고, 그 메모리와 함께 사라졌어요.`,
  'why.deleted-the-keys': ({ node }) => `서버들의 키는 ${node}에 있었는데, 거기에서 삭제됐어요.`,
  'why.got-other-keys': ({ node }) => `서버들의 키는 ${node}에 있었는데, 다른 키로 바뀌었어요.`,
  'why.never-got-the-key': ({ node }) => `그 키는 ${node}에 저장된 적이 없어서, 다른 서버는 못 읽어요.`,
  'why.was-down-then': ({ node }) => `키를 바꿀 때 ${node}에 장애가 나 있었어요.`,
  'why.was-not-told': ({ node }) => `키를 바꿀 때 ${withParticle(node, '은/는')} 빠져 있었어요.`,
  'why.keys-are-own': '서버는 시작할 때마다 자기 키를 새로 만들어요.',
  'why.keys-were-read-before': ({ node }) =>
    `${withParticle(node, '은/는')} 그 키가 생기기 전에 저장소에서 키를 읽었어요.`,
  'why.clock-is-ahead': ({ node }) => `${node}의 시계가 빨라요.`,
  'why.clock-is-behind': ({ node }) => `${node}의 시계가 느려요.`,
  'why.clock-was-ahead': ({ node }) => `${withParticle(node, '이/가')} 시각을 적을 때는 시계가 빨랐어요.`,
  'why.clock-was-behind': ({ node }) => `${withParticle(node, '이/가')} 시각을 적을 때는 시계가 느렸어요.`,
  'why.token-is-from-the-future': ({ node }) =>
    `${node}의 시계로 보면 토큰을 발급한 시각이 아직 오지 않았어요.`,
  'why.seal-is-broken': '서버가 암호화한 쿠키와 달라서 열 수 없어요.',
  'why.cookie-was-too-large': '쿠키가 4,096바이트보다 커서 브라우저가 저장하지 않았어요.',
  'why.keeps-the-old-cookie': '브라우저의 이전 쿠키는 그대로 남아요. 오류는 어느 쪽에도 나지 않아요.',
  'why.had-logged-out': ({ node }) =>
    `${withParticle(node, '이/가')} 로그아웃하면서 자기 쿠키나 토큰만 지웠어요.`,
  'why.no-server-remembers-it': '로그아웃을 기억하는 서버는 없어요. 다른 사본은 만료될 때까지 쓸 수 있어요.',
  'why.had-it-on-deny-list': ({ node }) => `그 토큰은 ${node}의 차단 목록에 있었어요.`,
  'why.deny-list-has-another': '차단 목록에는 같은 로그인의 다른 토큰만 있고, 이 토큰은 없어요.',
  'why.listed-nothing': ({ node }) =>
    `로그아웃할 때 ${withParticle(node, '이/가')} 토큰을 거부했어요. 그래서 차단 목록에 오른 것이 없어요.`,
  'why.logout-found-nothing': ({ node }) =>
    `로그아웃할 때 ${node}에 그 세션이 없어서, 아무것도 끝나지 않았어요.`,
  'why.logout-could-not-use-it': ({ node }) =>
    `로그아웃할 때 ${withParticle(node, '이/가')} 세션을 읽지 못해서, 아무것도 끝내지 못했어요.`,
  'why.never-got-the-logout': ({ node }) =>
    `로그아웃이 ${node}에서는 처리되지 않았는데, 클라이언트는 몰라요.`,
  'why.died-at-work': ({ node }) => `요청이 ${node}에 도착한 뒤, 답하기 전에 장애가 났어요.`,
  'why.restarted-at-work': ({ node }) => `요청이 ${node}에 도착한 뒤, 답하기 전에 배포로 재시작됐어요.`,
  'why.was-instructed': ({ node }) => `그전에 ${node}에서 조작한 것이 있어요.`,

  'why.had-changed': ({ words }) => `먼저 ${words} 요청이 세션을 바꿨어요.`,
  'why.wrote-over': ({ words }) => `${words} 요청은 그 변경이 없는 세션을 읽었고, 그대로 덮어썼어요.`,
  'why.had-ended': ({ words }) => `먼저 ${words} 요청이 세션을 끝냈어요.`,
  'why.brought-back': ({ words }) => `${words} 요청은 끝나기 전의 세션을 읽었고, 그대로 다시 저장했어요.`,
  'why.policy-chose': ({ node, policy }) =>
    `로드 밸런서는 ${policy} ${withParticle(node, '을/를')} 골랐어요.`,
  'why.policy.first': '첫 정상 서버로 보내므로',
  'why.policy.round-robin': '서버마다 차례대로 보내므로',
  'why.policy.least-connections': '처리 중인 요청이 가장 적은 서버로 보내므로',
  'why.policy.cookie': '쿠키에 적힌 서버로 보내므로',
  'why.policy.source-address': '클라이언트의 IP 주소로 서버를 정하므로',
  'why.message-was-lost': ({ node, loss }) =>
    `${withParticle(node, '으로/로')} 가던 메시지가 도착하지 못했어요. ${loss}`,
  'why.loss.loss': '네트워크에서 유실됐어요.',
  'why.loss.link-cut': '링크가 끊겨 있어요.',
  'why.loss.dropped': '조작으로 유실됐어요.',
  'why.loss.receiver-dark': '머신의 전원이 끊겼어요.',
  'why.loss.receiver-down': '받을 쪽이 장애 상태였어요.',
  'why.loss.receiver-gone': '이 응답을 기다리던 프로세스가 사라졌어요.',
};
