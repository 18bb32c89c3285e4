import { pinyin } from 'pinyin-pro'
import { pinyinOf } from './pinyin.ts'
import { toHalfWidth } from './half-width.ts'

const known = new Map<number, readonly string[]>()

/** Every sound of one character: who types need not know which of them a name takes. Nothing for what is not spoken. */
function soundsOf(point: number): readonly string[] {
  const found = known.get(point)
  if (found) return found
  const character = String.fromCodePoint(point)
  const every = pinyin(character, { multiple: true, type: 'array', toneType: 'none', v: true })
  const spoken = [...every, pinyinOf(character, { surname: true }).full].map((sound) => sound.toLowerCase())
  const sounds = [...new Set(spoken)].filter((sound) => /^[a-z0-9]+$/.test(sound))
  known.set(point, sounds)
  return sounds
}

/** What was typed as letters to be heard: 'JA sq' is 'jasq'. Null where it holds anything else, as a number does, or one alone. */
export function lettersIn(typed: string): string | null {
  const letters = toHalfWidth(typed)
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/[\s'’]/g, '')
  return /^[a-z]{2,}$/.test(letters) ? letters : null
}

/**
 * Whether the letters spell a part of the name: each character by its whole sound or by its first letter, the last one by
 * any beginning. 'gaolinhuayuan', 'glhy' and 'gaolinhy' are all 高林花园. A hundred thousand names take some tenths of a second.
 */
export function soundsLike(name: string, letters: string): boolean {
  for (let at = 0; at < name.length; at += 1) if (spells(name, at, letters, 0)) return true
  return false
}

/** Whether the name from `at` on spells the letters from `from` on; what is not spoken between is passed over. */
function spells(name: string, at: number, letters: string, from: number): boolean {
  const point = name.codePointAt(at)
  if (point === undefined) return false
  const next = at + (point > 0xffff ? 2 : 1)
  const sounds = soundsOf(point)
  if (sounds.length === 0) return from > 0 && spells(name, next, letters, from)
  for (const sound of sounds) {
    if (sound[0] !== letters[from]) continue
    const shared = sharedLength(sound, letters, from)
    if (from + shared === letters.length) return true
    if (shared === sound.length && spells(name, next, letters, from + shared)) return true
    if (spells(name, next, letters, from + 1)) return true
    // zh, ch and sh are initials of two letters.
    if (shared > 1 && sound[1] === 'h' && spells(name, next, letters, from + 2)) return true
  }
  return false
}

function sharedLength(sound: string, letters: string, from: number): number {
  let length = 0
  while (length < sound.length && sound[length] === letters[from + length]) length += 1
  return length
}
