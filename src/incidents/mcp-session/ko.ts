/** An MCP session in one pod, in Korean. */
import type { IncidentWords } from '../incident-words.ts';

export const title = '파드 하나에만 있는 MCP 세션';

export default {
  story:
    'MCP 서버를 파드 하나로 띄우면 잘됐어요. 세 개로 늘리자 세션을 연 클라이언트가 요청 대부분에서 “세션을 찾을 수 없음”을 받았어요. 하나로 줄이면 오류가 사라졌어요.',
  cause:
    '세션을 연 파드만 그 세션을 자기 메모리에 두었어요. 서비스는 요청을 아무 파드로나 보내는데, 다른 두 파드는 요청에 적힌 세션 ID를 처음 봐요.',
  fix: '모든 파드가 읽는 저장소에 세션을 둬요.',
  replayed: 'MCP는 ID를 Mcp-Session-Id 헤더에 넣고 404로 답해요. 여기서는 쿠키에 넣고 401로 답해요.',
} satisfies IncidentWords;
