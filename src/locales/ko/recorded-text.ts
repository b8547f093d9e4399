/** Opening HAR files, OpenTelemetry traces and PlantUML, in Korean. */
import type { RecordedText } from '../../features/importing/recorded-text.ts';
import type { CallKind } from '../../sequence/recorded/capture.ts';
import type { RecordedWords } from '../../sequence/recorded/recorded-words.ts';
import { number } from './words.ts';

const kinds: Readonly<Record<CallKind, string>> = {
  document: '페이지',
  fetch: '스크립트 요청(XHR, fetch)',
  script: '스크립트',
  style: '스타일시트',
  image: '이미지',
  font: '글꼴',
  media: '오디오·비디오',
  socket: '웹소켓',
  other: '기타',
  http: 'HTTP',
  rpc: '원격 프로시저 호출(RPC)',
  database: '데이터베이스',
  messaging: '메시징',
  internal: '서비스 내부 작업',
};

const things = { session: '세션 ID', affinity: '어피니티 쿠키', token: '토큰' } as const;

const words: RecordedWords = {
  browser: '브라우저',
  caller: '호출자',
  missing: '파일에 없음',
  kind: (kind) => kinds[kind],
  sent: (credentials) => `전송: ${credentials}`,
  set: (credentials) => `설정: ${credentials}`,
  deleted: (name) => `${name} 삭제`,
  more: (count) => `외 ${number.format(count)}개`,
  redirect: (target) => `→ ${target}`,
  fromCache: (where) => (where === 'disk-cache' ? '디스크 캐시에서' : '메모리 캐시에서'),
  failed: (reason) => (reason === '' ? '응답이 없었어요.' : `응답이 없었어요: ${reason}`),
  answered: () => '응답',
  changed: (purpose, before, after) => `${things[purpose]} 바뀜: ${before} → ${after}`,
  wasDeleted: (credential) => `서버가 삭제했어요: ${credential}`,
  expired: (credential) => `만료됐어요: ${credential}`,
  notSent: (credential) => `이번에는 보내지 않았어요: ${credential}`,
  rejected: (name, domain) => `브라우저가 거부하는 쿠키예요: ${name} (도메인 ${domain}, 이 호스트와 달라요)`,
  missingParent: '이 호출을 보낸 스팬이 파일에 없어요.',
  clockAhead: (name, milliseconds) =>
    `${name}의 시계가 ${number.format(milliseconds)}ms 빨라요. 스팬을 호출 안으로 옮겼어요.`,
  clockBehind: (name, milliseconds) =>
    `${name}의 시계가 ${number.format(milliseconds)}ms 느려요. 스팬을 호출 안으로 옮겼어요.`,
  trace: (id) => `트레이스 ${id}`,
};

export const recordedText: RecordedText = {
  words,
  alsoOpens:
    'PlantUML 시퀀스 다이어그램, 브라우저의 HAR 파일, OpenTelemetry 트레이스(OTLP JSON)도 열 수 있어요. 파일은 이 기기를 떠나지 않아요.',
  recentProblems: {
    'diagram-not-here': (title) =>
      `“${title}” 다이어그램이 이 브라우저에 더는 없고, 너무 길어서 주소에도 담지 못했어요.`,
    'bad-diagram': (title) => `“${title}” 다이어그램을 읽을 수 없어요. 내용이 빠졌거나 바뀌었어요.`,
    'later-version': (title) => `“${title}” 다이어그램은 Statescope의 이후 버전에서 보관한 것이에요.`,
  },
  reading: '파일을 읽는 중',
  readingText: '다이어그램을 읽는 중',
  cancel: '취소',
  staysHere: '파일은 이 기기에만 있어요. 페이지가 여기서 읽고, 아무것도 보내지 않아요.',
  problems: {
    'not-json': 'JSON이 아니에요. HAR 파일도 OpenTelemetry 트레이스도 아니에요.',
    truncated: '파일이 중간에 끊겼어요. 끝까지 저장될 때까지 기다렸다가 다시 열어 주세요.',
    'unknown-format':
      'JSON이지만 HAR 파일(“log”와 “entries”)도 OpenTelemetry 트레이스(“resourceSpans”)도 아니에요.',
    'no-calls': '요청이나 스팬이 없어요.',
    'not-read': '파일을 읽지 못했어요.',
    'too-large': ({ megabytes, megabytesMax }) =>
      `파일이 ${number.format(megabytes)}MB예요. ${number.format(megabytesMax)}MB까지 열 수 있어요.`,
  },
  kinds: '요청 종류',
  hosts: '호스트',
  services: '서비스',
  option: (name, count) => `${name} (${number.format(count)})`,
  chosen: (count, all) => `요청 ${number.format(all)}개 중 ${number.format(count)}개`,
  isCut: (max) =>
    `다이어그램에는 처음 ${number.format(max)}개만 나와요. 나머지를 보려면 종류나 호스트를 줄이세요.`,
  skipped: (count) => `읽지 못한 항목이 ${number.format(count)}개 있어요.`,
  noCredentials:
    '이 파일에는 쿠키와 토큰이 없어요. Chrome과 Edge는 “민감한 데이터 포함”을 선택해야 HAR에 저장해요.',
  showValues: '쿠키, 토큰, 매개변수의 값 보기',
  valuesShown: '값이 있으면 다른 사람이 로그인할 수도 있어요. 청중에게는 보여 주지 마세요.',
  show: '다이어그램 보기',
  otherFile: '다른 것 열기',
  notUnderstood: (count) => `이해하지 못한 줄이 ${number.format(count)}개 있어요.`,
  lineOf: (line, text) => `${number.format(line)}번째 줄: ${text}`,
  moreLines: (count) => `외 ${number.format(count)}줄`,
  showAnyway: '나머지 보기',
  nothingInPlantUml: '시퀀스 다이어그램의 메시지나 노트가 없는 PlantUML이에요.',
  textProblems: {
    'too-large': ({ characters, charactersMax }) =>
      `텍스트가 ${number.format(characters)}자예요. ${number.format(charactersMax)}자까지 열 수 있어요.`,
    'long-line': ({ line, characters, charactersMax }) =>
      `${number.format(line)}번째 줄이 ${number.format(characters)}자예요. 한 줄은 ${number.format(charactersMax)}자까지 열 수 있어요.`,
    'not-a-sequence-diagram': ({ word }) =>
      `“sequenceDiagram”으로 시작하는 Mermaid 시퀀스 다이어그램만 열 수 있어요. 이 텍스트의 첫 단어: “${word}”`,
    'nothing-in-it': '메시지도 노트도 프레임도 없어요.',
    syntax: 'Mermaid 문법에 맞지 않아요.',
    'syntax-in-line': ({ line }) => `Mermaid가 ${number.format(line)}번째 줄을 읽지 못해요.`,
    semicolon: ({ line }) =>
      `${number.format(line)}번째 줄 중간에 세미콜론(;)이 있어요. Mermaid는 세미콜론에서 줄이 끝난다고 봐요. “#59;”로 바꿔 쓰거나 빼 주세요.`,
    'too-nested': ({ nestedMax }) =>
      `프레임이 너무 깊이 겹쳐서 알아볼 수 없어요. ${number.format(nestedMax)}겹까지 보여 줄 수 있어요.`,
    'too-nested-in-line': ({ line, nestedMax }) =>
      `${number.format(line)}번째 줄의 프레임이 너무 깊이 겹쳐서 알아볼 수 없어요. ${number.format(nestedMax)}겹까지 보여 줄 수 있어요.`,
    'mermaid-not-loaded': 'Mermaid를 불러오지 못했어요. 나머지는 그대로 쓸 수 있어요. 다시 시도해 주세요.',
  },
  fileNotRead: '파일을 읽지 못했어요.',
  notShown: '이 다이어그램을 보여 주지 못했어요. 텍스트가 아니라 Statescope의 오류예요.',
  runFileProblems: {
    'later-run-file': '더 새로운 버전의 Statescope에서 저장한 시뮬레이션이에요.',
    'bad-run-file': '파일에 담긴 시뮬레이션을 읽을 수 없어요. 파일이 손상된 것 같아요.',
    'bad-scenario-file': '파일의 시나리오가 올바르지 않아요.',
  },
};
