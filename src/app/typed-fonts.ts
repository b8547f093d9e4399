/**
 * Fonts that no first paint needs, split by character range: Pretendard for text that a reader types, and the font of
 * messages. A browser fetches only the pieces that a text needs.
 */
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
