import { type Language, languages } from '../../text.ts'

const key = 'xiaoma.language'
const listeners = new Set<() => void>()

function stored(): Language {
  const value = localStorage.getItem(key)
  return languages.find((language) => language === value) ?? 'zh'
}

let current = stored()
document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en'

export function currentLanguage(): Language {
  return current
}

export function setLanguage(language: Language): void {
  current = language
  localStorage.setItem(key, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
