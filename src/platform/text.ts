/** A text that a person reads: both languages, or it does not compile. */
export type Text = { readonly zh: string; readonly en: string }

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** Makes a {@link Text} from two templates with the same values put in. */
export function text(zh: string, en: string): Text {
  return { zh, en }
}

export function say(words: Text, language: Language): string {
  return words[language]
}
