/** The page's own fonts, split by character range: a browser fetches only the parts that a text needs. */
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
