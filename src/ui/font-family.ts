/** The page's font family, for text that is measured or drawn outside of the page's styles. Equal to that of base.css. */
export const FONT_FAMILY =
  '"Statescope Sans", "Pretendard Variable", "Statescope Fallback", "Statescope Fallback Roboto", "Statescope Fallback DejaVu", sans-serif';
