import { expect, test } from 'vitest'
import { languages } from '../../platform/text.ts'
import { UsageError } from './command.ts'
import { oneOf } from './one-of.ts'

test('an option is one of its choices, and the first of them where it is not given', () => {
  expect(languages.map((language) => oneOf('language', language, languages))).toEqual(languages)
  expect(oneOf('language', undefined, languages)).toBe('zh')
})

test.each(['fr', 'EN', '', 'zh '])('“%s” is refused in words that name it and the choices', (given) => {
  const choosing = () => oneOf('language', given, languages)
  expect(choosing).toThrow(UsageError)
  expect(choosing).toThrow(
    `--language 不能是“${given}”，可选：zh、en。\n--language cannot be “${given}”. Choose one of: zh, en.`,
  )
})
