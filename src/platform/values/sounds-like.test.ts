import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { pinyinOf } from './pinyin.ts'
import { lettersIn, soundsLike } from './sounds-like.ts'

it.each([
  ['高林花园', 'gaolinhuayuan'],
  ['高林花园', 'glhy'],
  ['高林花园', 'gaolinhy'],
  ['高林花园', 'huayuan'],
  ['高林花园', 'gaolinh'],
  ['张三', 'zhs'],
  ['单田芳', 'shantf'],
  ['单田芳', 'dantf'],
  ['尉迟恭', 'ycg'],
  ['王𠮷', 'wangji'],
  ['吕布', 'lvbu'],
  ['ABC 科技（8号）', 'abckj8h'],
  ['重庆路（高林）', 'qinglugaolin'],
])('%s is found by %s', (name, letters) => {
  expect(soundsLike(name, letters)).toBe(true)
})

it.each([
  ['高林花园', 'aolin'],
  ['高林花园', 'ghy'],
  ['高林花园', 'gaolinhuayuans'],
  ['高林花园', 'yuangao'],
])('%s is not found by %s', (name, letters) => {
  expect(soundsLike(name, letters)).toBe(false)
})

it('finds every name by each beginning of its sound and of its initials, from any character on', () => {
  const character = fc.constantFrom(...'金安高林五通花园乐单曾行重庆厦门绿新村第一二8A'.split(''))
  fc.assert(
    fc.property(
      fc.array(character, { minLength: 2, maxLength: 8 }),
      fc.nat(),
      fc.nat(),
      (name, from, long) => {
        const part = name.slice(from % name.length).join('')
        for (const letters of Object.values(pinyinOf(part)))
          expect(soundsLike(name.join(''), letters.slice(0, 1 + (long % letters.length)))).toBe(true)
      },
    ),
  )
})

it('hears letters, however they are typed, and nothing else', () => {
  expect(lettersIn('JA sq')).toBe('jasq')
  expect(lettersIn('ｘｉ’an')).toBe('xian')
  expect(lettersIn('lübu')).toBe('lvbu')
  for (const typed of ['', 'j', '350206', 'JA-001', '金an', '%_']) expect(lettersIn(typed)).toBeNull()
})
