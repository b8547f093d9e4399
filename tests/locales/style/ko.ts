import type { Style } from './style.ts';

export default {
  // 어절: what stands between two spaces. A Korean sentence of 14 takes about as long to say as an English one of 22 words.
  maxWords: 14,
  captionMaxWords: 10,
  patterns: [
    // One term for one thing: docs/glossary.md.
    { pattern: /쪽지/, because: 'a session is a 메모 everywhere' },
    { pattern: /갱신 토큰/, because: 'a refresh token is 리프레시 토큰' },
    { pattern: /거부 목록|폐기한 토큰의 목록/, because: 'a deny list is 차단 목록' },
    { pattern: /복사본/, because: 'a copy is 사본; the second store is 복제본' },
    { pattern: /전략/, because: 'a strategy is 방식' },
    { pattern: /시간 제한|제한 시간/, because: 'a timeout is 타임아웃' },
    { pattern: /손목 띠/, because: 'a wristband is 손목띠' },
    { pattern: /상태 확인|상태를 확인/, because: 'a health check is 헬스 체크: 상태 means state' },
    {
      pattern: /(?:서버|저장소|노드)[^.?!]*멈[추췄춘출춰]|멈추기|멈춰 보/,
      because: 'a crash is 장애: 멈춤 may as well be a pause',
    },
    { pattern: /꺼져|꺼졌|꺼진|꺼지|꺼짐/, because: 'a crashed node is in 장애' },
    { pattern: /다시 켜|켜짐/, because: 'a restart is 재시작' },
    { pattern: /실행/, because: 'a run is 시뮬레이션' },
    {
      pattern: /사이의 연결|의 연결 (?:끊|되살|복구)|모든 연결|으?로 가는 연결/,
      because: 'a network link is 링크; only TCP has a 연결',
    },
    { pattern: /되살리|되살아/, because: 'a link is restored: 복구' },
    {
      pattern:
        /잃어버리기|잃어버렸|(?:메시지|데이터그램|세그먼트|사본|엽서)[^.?!]{0,6} (?:사라졌|사라지면|사라질)/,
      because: 'a message is lost on the network: 유실',
    },
    { pattern: /한 번에, 데이터베이스/, because: 'what is written at once is one 트랜잭션' },
    { pattern: /악수/, because: 'a handshake is 핸드셰이크' },
    { pattern: /확인 번호/, because: 'the acknowledgment number is 확인 응답 번호' },
    { pattern: /반쪽/, because: 'half-open is 반쯤 열린(half-open)' },
    { pattern: /장보기/, because: 'shopping for groceries: 쇼핑' },
    { pattern: /글 복사|이 글로|글로 쓴|Mermaid 글/, because: 'text in a program is 텍스트' },
    { pattern: /화면 색/, because: 'a theme is 테마' },
    { pattern: /내려받기/, because: 'the folder is called 다운로드' },
    { pattern: /길잡이/, because: 'the guide is 가이드' },
    { pattern: /무대/, because: 'people know it as 다이어그램' },
    { pattern: /옛/, because: 'a former key is 이전, a stale copy is 오래된' },

    { pattern: /멱등 키/, because: 'an idempotency key is 멱등성 키' },
    { pattern: /강의|레슨/, because: 'a lesson is 수업' },
    { pattern: /순차 배포|자동 확장/, because: 'rolling deploy is 롤링 배포, autoscaling 오토스케일링' },
    { pattern: /(?<!갱신 )손실/, because: 'loss of messages is 유실' },
    { pattern: /작업자/, because: 'a worker is 워커' },
    { pattern: /쉬는|쉬어/, because: 'idle is 유휴; a pause between requests is 요청 사이 간격' },
    { pattern: /재분배/, because: 'redispatch is 재배정' },
    { pattern: /비교한 뒤 쓰/, because: 'compare and set is 그대로면 저장' },
    { pattern: /키 링/, because: 'a key ring is 키 목록' },
    { pattern: /봉한|봉인/, because: 'sealing is 암호화' },
    { pattern: /참가자/, because: 'a participant is 참여자' },
    { pattern: /새로고침/, because: 'two words: 새로 고침' },
    { pattern: /고객/, because: 'a customer is 손님' },
    { pattern: /다시 시작(?!하려)/, because: 'a restart is 재시작' },
    { pattern: /기계/, because: 'a machine is 머신; 기기 is what a user holds' },
    { pattern: /다시 진행|다시 움직/, because: 'a thaw is 재개; then the process 다시 동작해요' },
    { pattern: /보고서/, because: 'a report on GitHub is 이슈' },
    { pattern: /청구/, because: 'a charge is 결제' },
    {
      pattern: /장애 일정|버팀|버텼|깨[져졌지짐]/,
      because: 'faults of a trial are 장애 조합; it is 통과 or 실패',
    },

    // Two pictures: a session is a 메모, a signed token is a 손목띠.
    { pattern: /선반/, because: 'what a machine remembers is its 메모리' },
    { pattern: /공책/, because: 'the shared store is 공유 저장소' },
    { pattern: /열쇠/, because: 'a session ID is an ID' },
    { pattern: /(?:^|\s)방(?:[이은을과에도]|$|\s)/, because: 'a room is a third picture for a session' },
    {
      pattern: /다른 문(?:에|으로|을)|문을 (?:열|닫|두드)/,
      because: 'a door is a third picture for a server',
    },
    { pattern: /외투|보관증/, because: 'a cloakroom is a third picture: 메모' },
    { pattern: /엽서/, because: 'a datagram is 데이터그램' },
    { pattern: /직원|상자에 넣/, because: 'a third picture: a session is a 메모' },
    {
      pattern: /고객의 메모|긴 메모/,
      because: 'a session is a 메모, so the text that a customer leaves is a 메시지',
    },

    // What reads as something else.
    { pattern: /결제 (?:…|\d+)번/, because: 'reads as “paid so often”: 결제 번호' },
    { pattern: /오래된 것을 지/, because: 'a store evicts what was least recently used' },
    { pattern: /돌려 쓰/, because: 'reads as “to share by turns”: 교체(로테이션)' },

    // As it is said, and not as it is translated.
    { pattern: /에 의해|에 의한/, because: 'a passive of a foreign grammar: name who acts' },
    { pattern: /되어[지졌진질]|잊혀|여지게/, because: 'a passive of a passive' },
    { pattern: /그것/, because: 'a translated “it”: name the thing' },
    { pattern: /저절로/, because: 'a retry is made by a program: 자동으로' },
    { pattern: /이미 (?:아무도 )?기다리지/, because: 'a translated “no longer”: 더 이상' },
    { pattern: /(?:[가-힣…]으로|미나로|사용자로) 통해/, because: 'unclear: 인식돼요, 여겨요' },
    { pattern: /비로소|앗아/, because: 'of books, not of classrooms' },
    { pattern: /스스로/, because: '“by itself” is 자동으로, “on one’s own” is 직접' },
    { pattern: /누군가/, because: 'name who acts' },
    { pattern: /[을를] 통해/, because: 'a translated “through”' },
    { pattern: /로부터/, because: 'a translated “from”: 에서, 에게서' },
    { pattern: /[을를] 필요로/, because: 'a translated “needs”: 이/가 필요하다' },
    { pattern: /이루어[지졌진]/, because: 'a translated “was done”: 처리되다, 되다' },
    { pattern: /가지고 있지 않/, because: 'a translated “does not have”: 없다' },
    { pattern: /자기를 증명/, because: 'a riddle: 세션 ID(토큰)' },
    { pattern: /빗대|견주|한살이|까닭/, because: 'of books, not of classrooms: 비유, 비교, 생명 주기, 이유' },
    { pattern: /죽은 줄|끝내 주/, because: 'slang, or the wrong meaning' },
    { pattern: /들지 않아요|마다 들어요/, because: 'memory is used: 메모리를 써요' },

    // Particles.
    {
      pattern: /…[’”]?(?:[이가을를은는와과로]|으로|예요|이에요|[이은을과]\([가는를와]\))(?=[\s,.?!]|$)/,
      because: 'the particle depends on what is put in: withParticle, or a colon before it',
      // `won()` ends in 원.
      allowedIn: /^locales\/ko\/diagram\/speech\.ts/,
    },

    // Spelling.
    { pattern: /[\d…] (?:%|ms\b)/, because: 'no space before % and ms' },
    { pattern: /그 사이(?!트)/, because: 'one word: 그사이' },
    { pattern: /(?<![이니])에요/, because: 'it is 예요 after a vowel, and 에 needs a verb' },
    { pattern: /되요|되어요/, because: 'it is 돼요' },
  ],
} satisfies Style;
