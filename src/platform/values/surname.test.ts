import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitName } from './surname.ts'

it.each([
  ['王芳', '王', '芳'],
  ['张三丰', '张', '三丰'],
  ['欧阳修', '欧阳', '修'],
  ['诸葛孔明', '诸葛', '孔明'],
  ['尉迟恭', '尉迟', '恭'],
  ['司马', '司', '马'],
  ['司马光', '司马', '光'],
  ['乐正明', '乐', '正明'],
  ['𠮷野', '𠮷', '野'],
  ['阿卜杜拉·买买提', '阿卜杜拉', '买买提'],
  ['买买提·艾力·玉素甫', '买买提', '艾力玉素甫'],
  ['巴特尔', '巴', '特尔'],
])('%s is of the surname %s, given %s', (name, surname, given) => {
  expect(splitName(name)).toEqual({ surname, given })
})

it('loses no character and leaves a given name to every name of two or more', () => {
  const character = fc.constantFrom('欧', '阳', '司', '马', '单', '于', '𠮷', '·', 'A')
  fc.assert(
    fc.property(fc.array(character, { minLength: 2, maxLength: 6 }), (characters) => {
      const name = characters.join('').replaceAll(/^·+|·+$/g, '')
      fc.pre([...name].length > 1)
      const { surname, given } = splitName(name)
      expect(surname + given).toBe(name.replaceAll('·', ''))
      expect(surname).not.toBe('')
      expect(given).not.toBe('')
    }),
  )
})
