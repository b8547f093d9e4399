/** The files of a run's cluster, in Korean. */
import type { ClusterText } from '../../features/exporting/cluster/cluster-text.ts';

export const clusterText: ClusterText = {
  introduction:
    'Docker Compose용 파일이에요. 로드 밸런서와 작은 Node 서버가 들어 있어요. README에는 이 시뮬레이션의 요청과 장애를 명령어로 적었어요. 내 컴퓨터에서 시작하고, 진짜 서버에 장애를 내 보세요.',
  balancer: '로드 밸런서',
  balancerNames: { haproxy: 'HAProxy', nginx: 'nginx' },
  files: '파일',
  save: 'ZIP으로 저장',
  saved: '다운로드 폴더에 저장했어요.',
  failed: '압축 파일을 만들지 못했어요. 다시 시도해 주세요.',
  noCluster: 'TCP·UDP 시뮬레이션과 붙여 넣은 다이어그램에는 시작할 클러스터가 없어요.',
  readme: {
    title: 'Statescope에서 만든 클러스터',
    intro: (strategy) => `세션은 “${strategy}” 방식으로 보관해요. 서버는 시뮬레이션과 같은 요청에 응답해요.`,
    whatIsHere: '파일',
    fileNotes: {
      compose: '컨테이너와 설정',
      balancer: '로드 밸런서가 서버를 고르고 헬스 체크를 하는 방법',
      server: '서버 하나의 요청과 응답',
      sessions: '세션을 보관하는 곳이고, 먼저 읽을 파일이에요',
    },
    start: '시작',
    startNote: 'Compose가 포함된 Docker가 필요해요. 시작하면 클러스터가 http://localhost:8080 에서 응답해요.',
    exercise: '시뮬레이션 따라 하기',
    exerciseNote:
      'Enter를 누르기 전에 응답을 예상해 보세요. `X-Served-By` 헤더가 응답한 서버의 이름이에요. 장애를 낸 뒤에는 헬스 체크가 알아차리도록 3초쯤 기다리세요.',
    tokenNote:
      '로그인 응답에 `access_token`이 들어 있고, 이후 응답에 새로 들어 있기도 해요. 클라이언트마다 변수에 넣어 두세요. 첫 번째 클라이언트는 `TOKEN=…`, 두 번째는 `TOKEN_2=…`예요.',
    handOver: '다른 클라이언트가 인증 정보를 복사해 가요',
    noCommand: (fault) => `**${fault}**: Compose에는 이런 명령이 없어요. 건너뛰세요.`,
    noRoute: (what) => `**${what}**: 이 서버들에는 없는 요청이에요. 건너뛰세요.`,
    more: '더 해 보기',
    faults: {
      die: '프로세스가 죽어요',
      freeze: '프로세스가 멈춰요',
      thaw: '다시 동작해요',
      restart: '빈 메모리로 재시작해요',
    },
    stop: '모두 멈추고 데이터를 지워요',
    leftOut: '시뮬레이션과 다른 점',
    leftOutNotes: {
      latency: '시간: 메시지가 걸리는 시간은 컴퓨터에 달려 있어요. 주기와 타임아웃은 시뮬레이션과 같아요.',
      loss: '메시지가 무작위로 사라지지 않아요.',
      'absolute-timeout': '세션은 쓰지 않은 시간이 길어지면 끝나고, 절대 타임아웃은 없어요.',
      balancer:
        '로드 밸런서의 재시도와 헬스 체크는 시뮬레이션과 같아요. 동점, 해시, 바인딩은 로드 밸런서가 정해요.',
      entries: 'Redis는 항목 수가 아니라 메모리를 제한하므로, 여기의 저장소에는 제한이 없어요.',
      failover: '복제본은 저장소를 복사하기만 해요. 저장소에 장애가 나도 승격되지 않아요.',
      'token-state': '차단 목록과 리프레시 토큰이 없어요.',
      'reply-delay':
        '서버는 5초를 기다렸다가 답해요. 그사이에 장애를 낼 수 있어요. 타임아웃도 그만큼 길어요.',
      connections: '`curl`은 매번 새 연결을 열어요.',
      clients: '재시도, 재전송, 다시 로그인하기는 단계에 적힌 것만 해요.',
      addresses: '모든 요청이 이 컴퓨터에서 나가므로 주소가 하나예요.',
      queue: '서버의 대기열에는 제한이 없어요.',
      writes: '두 요청이 한 세션을 바꾸면 나중에 쓴 것이 남아요.',
      'write-errors': '세션을 저장하지 못한 서버는 503으로 답해요.',
      'local-copies': '서버는 저장소에 있는 것의 사본을 두지 않아요.',
      reads: '서버는 주 저장소에서만 읽어요.',
      'own-keys': '서버마다 자기 키가 있고, 재시작해도 그대로예요.',
      'keys-in-store': '모든 서버가 처음부터 같은 키를 써요.',
      signature: '토큰은 공유 비밀 키로 서명해요.',
      clocks: '모든 컨테이너의 시계는 컴퓨터의 시계예요.',
      versions: '모든 서버의 코드가 같아요.',
    },
  },
};
