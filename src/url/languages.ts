/** The languages of the page, by BCP 47 tag. */
export const languages = ['ko', 'en'] as const;
export type LanguageId = (typeof languages)[number];
