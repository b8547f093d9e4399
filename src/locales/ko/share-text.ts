/** Sharing a run, in Korean. */

import type { ShareText } from '../../features/sharing/share-text.ts';

const reaches: ShareText['reaches'] = {
  here: '이 페이지는 이 컴퓨터에서만 열려 있어서 링크도 여기서만 열려요. 웹에도 있다면 그 주소를 입력하세요.',
  nearby:
    '이 페이지는 내부 네트워크에서만 열려 있어서 링크도 그 안에서만 열려요. 웹에도 있다면 그 주소를 입력하세요.',
};

export const shareText: ShareText = {
  share: '공유',
  where: '링크로 열 단계',
  toThisStep: '현재 단계',
  toTheStart: '처음',
  link: '링크',
  copyLink: '링크 복사',
  copied: '복사했어요.',
  copyRefused: '브라우저가 복사를 막았어요. 텍스트를 선택해 두었으니 키보드로 복사하세요.',
  reaches,
  onlyThere: {
    here: '발표자의 컴퓨터에서만 열려요. 다른 사람이 열 주소는 공유에서 정해 주세요.',
    nearby: '이 네트워크 안에서만 열려요.',
  },
  baseAddress: '페이지 주소',
  badBaseAddress: '페이지 주소가 아니에요. 주소는 https:// 또는 http://로 시작해요.',
  qrCode: 'QR 코드',
  qrLarge: 'QR 코드 크게 보기',
  qrTooLong: '링크가 길어서 QR 코드에 담을 수 없어요. 링크를 복사해 주세요.',
  embed: '다른 페이지에 넣기',
  fullPage: 'Statescope에서 열기',
  embedPreview: '미리 보기',
  embedCode: '다른 페이지에 넣을 HTML',
  copyEmbed: 'HTML 복사',
  shareSheet: '앱으로 공유',
  shareRefused: '브라우저가 공유를 막았어요. 링크를 복사해 주세요.',
  noLink: '가져온 다이어그램에는 링크가 없어요. Mermaid 텍스트로 내보내면 여기서 다시 열 수 있어요.',
  runFile: '파일로 저장',
  saveRunFile: '시뮬레이션 저장',
  oneFile: 'Statescope 전체를 한 파일로',
};
