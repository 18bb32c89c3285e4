import { pinyin } from 'pinyin-pro'

/** How a name is found: 'zhangsan' and 'zs' for 张三. ü is v. */
export type Pinyin = { readonly full: string; readonly initials: string }

/** `surname: true` for a person: the first characters are then read as a surname (单 shan, 尉迟 yuchi). */
export type PinyinOptions = { readonly surname?: boolean }

// Surnames whose reading is not the ordinary one; it decides over the library, whose own table may change.
const surnames: Readonly<Record<string, readonly string[]>> = {
  曾: ['zeng1'],
  仇: ['qiu2'],
  单: ['shan4'],
  解: ['xie4'],
  尉迟: ['yu4', 'chi2'],
  区: ['ou1'],
  朴: ['piao2'],
  查: ['zha1'],
  盖: ['ge3'],
  任: ['ren2'],
  华: ['hua4'],
  翟: ['zhai2'],
  缪: ['miao4'],
  万俟: ['mo4', 'qi2'],
  员: ['yun4'],
  覃: ['qin2'],
  乐: ['yue4'],
  冼: ['xian3'],
}

// Characters that the library cannot read.
const rare: Readonly<Record<string, string>> = { 𠮷: 'ji2' }

type Syllable = { readonly character: string; readonly sound: string }

function surnameSounds(name: string): readonly string[] {
  return surnames[name.slice(0, 2)] ?? surnames[name.slice(0, 1)] ?? []
}

/** One syllable with its tone number for each character; a character without a reading stands for itself. */
function syllables(name: string, options: PinyinOptions): Syllable[] {
  // A name with a middle dot is a transcription without a Chinese surname: 查干·巴特尔 is chagan.
  const person = options.surname === true && !name.includes('·')
  const sounds = pinyin(name, { toneType: 'num', type: 'array', v: true, surname: person ? 'head' : 'off' })
  const head = person ? surnameSounds(name) : []
  return [...name].map((character, index) => ({
    character,
    sound: head[index] ?? rare[character] ?? sounds[index] ?? character,
  }))
}

function isSpoken({ character }: Syllable): boolean {
  return /[\p{Letter}\p{Number}]/u.test(character)
}

function withoutTone({ character, sound }: Syllable): string {
  return (sound === character ? character : sound.replace(/\d$/, '')).toLowerCase()
}

/** Search keys of a name; Latin letters and digits stand for themselves, spaces and punctuation are left out. */
export function pinyinOf(name: string, options: PinyinOptions = {}): Pinyin {
  const spoken = syllables(name, options).filter(isSpoken).map(withoutTone)
  return { full: spoken.join(''), initials: spoken.map((syllable) => [...syllable][0]).join('') }
}

/**
 * Text whose order by code points is the order of a Chinese index: character by character by sound, tone, then the
 * character itself, so that all 张 stand together before all 章. To be stored, and sorted by COLLATE "C".
 */
export function pinyinSortKey(name: string, options: PinyinOptions = {}): string {
  return syllables(name, options)
    .map(({ character, sound }) => (sound === character ? character.toLowerCase() : sound + character))
    .join(' ')
}

/** For `sort` over short lists; long ones sort by a stored {@link pinyinSortKey}. */
export function compareByPinyin(a: string, b: string, options: PinyinOptions = {}): -1 | 0 | 1 {
  const left = pinyinSortKey(a, options)
  const right = pinyinSortKey(b, options)
  return left < right ? -1 : left > right ? 1 : 0
}
