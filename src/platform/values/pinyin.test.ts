import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareByPinyin, pinyinOf, pinyinSortKey } from './pinyin.ts'

const person = { surname: true }

describe('pinyinOf', () => {
  it.each([
    ['张三', 'zhangsan', 'zs'],
    ['曾志伟', 'zengzhiwei', 'zzw'],
    ['仇英', 'qiuying', 'qy'],
    ['单田芳', 'shantianfang', 'stf'],
    ['解明', 'xieming', 'xm'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['区明', 'ouming', 'om'],
    ['朴明', 'piaoming', 'pm'],
    ['查明', 'zhaming', 'zm'],
    ['盖明', 'geming', 'gm'],
    ['任明', 'renming', 'rm'],
    ['华明', 'huaming', 'hm'],
    ['翟明', 'zhaiming', 'zm'],
    ['缪明', 'miaoming', 'mm'],
    ['万俟明', 'moqiming', 'mqm'],
    ['万明', 'wanming', 'wm'],
    ['员明', 'yunming', 'ym'],
    ['覃明', 'qinming', 'qm'],
    ['乐明', 'yueming', 'ym'],
    ['冼明', 'xianming', 'xm'],
    ['吕布', 'lvbu', 'lb'],
    ['王单', 'wangdan', 'wd'],
    ['刘䶮', 'liuyan', 'ly'],
    ['王㛃', 'wangjie', 'wj'],
    ['王𠮷', 'wangji', 'wj'],
    ['阿卜杜拉·买买提', 'abudulamaimaiti', 'abdlmmt'],
    ['查干·巴特尔', 'chaganbateer', 'cgbte'],
  ])('reads the person %s', (name, full, initials) => {
    expect(pinyinOf(name, person)).toEqual({ full, initials })
  })

  it.each([
    ['高林花园', 'gaolinhuayuan', 'glhy'],
    ['金山大道', 'jinshandadao', 'jsdd'],
    ['厦门市', 'xiamenshi', 'xms'],
    ['重庆路', 'chongqinglu', 'cql'],
    ['ABC 科技（8号）', 'abckeji8hao', 'abckj8h'],
  ])('reads the place or organisation %s plainly', (name, full, initials) => {
    expect(pinyinOf(name)).toEqual({ full, initials })
  })

  it('has tone numbers in no key, one initial a spoken character', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
    fc.assert(
      fc.property(fc.array(han, { minLength: 1, maxLength: 6 }), fc.boolean(), (characters, surname) => {
        const { full, initials } = pinyinOf(characters.join(''), { surname })
        expect(full).not.toMatch(/\d/)
        expect([...initials]).toHaveLength(characters.length)
      }),
    )
  })
})

describe('compareByPinyin', () => {
  it('keeps one surname together, by sound, then tone, then character', () => {
    const names = ['章一', '张三', '仇英', '王芳', '单雄', '张安', '曾明', '西安', '先']
    const sorted = names.toSorted((a, b) => compareByPinyin(a, b, person))
    expect(sorted).toEqual(['仇英', '单雄', '王芳', '西安', '先', '曾明', '张安', '张三', '章一'])
  })

  it('puts the shorter of two names with one beginning first', () => {
    expect(compareByPinyin('张三', '张三丰', person)).toBe(-1)
  })

  it('is an order over names, equal only for equal ones', () => {
    const name = fc
      .array(fc.constantFrom('张', '章', '单', '曾', '𠮷', '三', '安'), { minLength: 1, maxLength: 3 })
      .map((c) => c.join(''))
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareByPinyin(a, b, person)).toBe(0 - compareByPinyin(b, a, person))
        expect(pinyinSortKey(a, person) === pinyinSortKey(b, person)).toBe(a === b)
      }),
    )
  })
})
