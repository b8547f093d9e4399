/** The page's own type, in pieces by range of characters: a browser fetches only those that a text needs. */
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
