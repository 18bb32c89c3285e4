import { useCallback, useSyncExternalStore } from 'react'
import { type Language, say, type Text } from '../../text.ts'
import { currentLanguage, onLanguage } from './language.ts'

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, currentLanguage)
}

export type Say = (words: Text) => string

/** Gives the function that turns a {@link Text} into the words of the language in use. */
export function useSay(): Say {
  const language = useLanguage()
  return useCallback((words) => say(words, language), [language])
}
