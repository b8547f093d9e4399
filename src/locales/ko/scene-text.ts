/** The words around a lesson's scenes, in Korean. */
import type { SceneText } from '../../features/lessons/scene-text.ts';

export const sceneText: SceneText = {
  scenes: '장면',
  next: '다음 장면',
  nextScene: (heading) => `다음 장면: ${heading}`,
  previous: '이전 장면',
  position: (scene, count) => `${count}개 중 ${scene}번째`,
  shortPosition: (scene, count) => `${scene} / ${count}`,
  seen: '봤어요',
  tryOut: (faults) => `해 보기: ${faults.join(', ')}`,
  times: (fault, count) => `${fault} × ${count}`,
  opening: '시작',
  closing: '나란히 비교',
  length: (scenes, minutes) => `장면 ${scenes}개, 약 ${minutes}분`,
  progress: (seen, scenes) => `${scenes}개 중 ${seen}개 봤어요`,
  nextLesson: (title) => `다음: ${title}`,
  previousLesson: (title) => `이전: ${title}`,
};
