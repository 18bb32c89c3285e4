import order from 'cnchar-order/cnchar.order.min.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadStrokes } from './strokes.ts'
import { compareByStrokes, inStrokeOrder, strokeKeyOf } from './stroke-order.ts'

const strokesOf = await loadStrokes()
const compare = (a: string, b: string) => compareByStrokes(a, b, strokesOf)
const arranged = (...names: string[]) => inStrokeOrder(names, (name) => name, strokesOf)

// Surnames in the order of 通用规范汉字表 (2013), its levels one and two, under the number of their strokes (Unihan has the same).
const levelOne: Readonly<Record<number, string>> = {
  2: '丁卜刁',
  3: '于万马',
  4: '王井元云支区尤车戈牛毛仇文方孔邓',
  5: '甘艾古左石布龙卢叶田史丘付白乐包冯司皮边',
  6: '吉巩朴成吕朱伍仲任华庄刘羊关米江安许孙',
  7: '花严芦苏杜巫李杨肖吴员何余谷汪沙沈宋张陆陈',
  8: '武苗范林郁欧虎昌明易罗季岳金周郑单宗居屈孟',
  9: '封项赵荆胡查柏柳钟段侯施姜娄洪宫祖姚贺',
  10: '秦袁耿聂莫桂栗贾夏顾柴钱徐高郭席唐陶',
  11: '黄曹盛常崔银符康阎盖梁尉屠隋',
  12: '揭彭葛董蒋韩景程焦舒曾温游谢强',
  13: '蒙雷路鲍解',
  14: '蔡管谭熊',
  15: '黎颜潘',
  16: '燕薛霍冀',
  17: '戴檀魏',
}
const levelTwo: Readonly<Record<number, string>> = {
  4: '韦尹',
  6: '祁',
  7: '岑邱佟邹闵邵',
  8: '冼',
  9: '郝柯',
  10: '敖晁晏栾',
  11: '龚',
  12: '覃',
  13: '甄虞詹窦褚',
  14: '蔺裴廖翟缪',
  15: '樊滕',
}

describe('the order of surnames', () => {
  it.each([
    ['one', levelOne],
    ['two', levelTwo],
  ])('is that of the state’s table of characters, level %s', (_level, published) => {
    const characters = Object.values(published).join('')
    const shuffled = [...characters].toSorted()
    const { ordered, withoutStrokes, undecided } = arranged(...shuffled.map((surname) => `${surname}一`))
    expect(ordered.map((name) => name[0]).join('')).toBe(characters)
    expect([withoutStrokes, undecided]).toEqual([[], []])
    for (const [count, surnames] of Object.entries(published))
      for (const surname of surnames)
        expect([surname, strokesOf(surname)?.length]).toEqual([surname, Number(count)])
  })

  it.each([
    ['王安石', '仇英'],
    ['李白', '张继'],
    ['林则徐', '单雄信'],
    ['丁小宁', '王小宁'],
    ['王一', '文一'],
    ['林一', '欧一'],
    ['欧阳少东', '洪少东'],
    ['李一鸣', '李大鸣'],
    ['高富', '高大富'],
    ['干宝', '于谦'],
    ['叶挺', '申纪兰'],
    ['田汉', '由一'],
    ['相一', '查良镛'],
    ['司马', '司空图'],
    ['欧丁丁', '欧阳修'],
    ['欧阳修', '欧阳一一'],
    ['司马光', '司空图'],
    ['阿明', '阿卜杜拉·买买提'],
    ['阿木古楞', '阿一·买买提'],
    ['阿卜杜拉·买买提', '阿里木·买买提'],
    ['丁𠮷', '丁䶮'],
  ])('puts %s before %s', (before, after) => {
    expect(compare(before, after)).toBe(-1)
    expect(arranged(after, before).ordered).toEqual([before, after])
  })
})

describe('what is not known or not decided', () => {
  it('puts names with an unknown character last and names the character', () => {
    const found = arranged('王𰻞', 'John Smith', '王芳', '007', '丁·A')
    expect(found.ordered).toEqual(['王芳', '007', 'John Smith', '丁·A', '王𰻞'])
    expect(found.withoutStrokes.map(({ item, characters }) => [item, characters.join('')])).toEqual([
      ['007', '007'],
      ['John Smith', 'John Smith'],
      ['丁·A', 'A'],
      ['王𰻞', '𰻞'],
    ])
    expect(strokeKeyOf('王𰻞', strokesOf)).toBeNull()
  })

  it('names neighbours of the same strokes, and lets nobody come between the names of one surname', () => {
    const found = arranged('余二', '巴金', '佘一', '余一', '佘二', '孔子', '王甲', '王电', '王申')
    expect(found.ordered).toEqual(['王申', '王甲', '王电', '孔子', '巴金', '佘一', '佘二', '余一', '余二'])
    expect(found.undecided).toEqual([
      { items: ['王申', '王甲'], characters: ['申', '甲'] },
      { items: ['孔子', '巴金'], characters: ['孔', '巴'] },
      { items: ['佘二', '余一'], characters: ['佘', '余'] },
    ])
  })

  it('reports none of those that structure or the state’s table tells apart', () => {
    const names = [
      '干一',
      '于一',
      '化一',
      '仇一',
      '贝一',
      '水一',
      '勾一',
      '凤一',
      '叶一',
      '申一',
      '田一',
      '由一',
    ]
    const others = ['百一', '有一', '相一', '查一']
    expect(arranged(...names, ...others).undecided).toEqual([])
    expect(arranged('由一', '田一', '凤一', '勾一').ordered).toEqual(['勾一', '凤一', '田一', '由一'])
  })

  it('keeps equal names as they were given', () => {
    const people = [3, 1, 2].map((id) => ({ id, name: '王芳' }))
    const found = inStrokeOrder(people, ({ name }) => name, strokesOf)
    expect(found).toEqual({ ordered: people, withoutStrokes: [], undecided: [] })
  })
})

describe('the law over the whole data of the package', () => {
  // A model of its own: the classes by the names of the strokes, compared as lists of numbers.
  const { orders, strokeTable } = order.dict
  const corrected = new Set('媾德撅炽皙膝锺鲺黏')
  const characters = Object.keys(orders).filter((character) => !corrected.has(character))
  const classes = [/^[横提]$/, /^竖钩?$/, /^撇$/, /^(点2?|捺)$/, /./]
  const model = new Map(
    characters.map((character) => {
      const names = [...(orders[character] ?? '')].map((letter) => strokeTable[letter]?.name ?? '')
      return [character, names.map((name) => classes.findIndex((shape) => shape.test(name)))] as const
    }),
  )
  const byModel = (a: string, b: string): number => {
    const [one, other] = [model.get(a) ?? [], model.get(b) ?? []]
    if (one.length !== other.length) return Math.sign(one.length - other.length)
    const at = one.findIndex((stroke, index) => stroke !== other[index])
    return at < 0 ? 0 : Math.sign((one[at] ?? 0) - (other[at] ?? 0))
  }
  const character = fc.constantFrom(...characters)
  const name = fc.string({ unit: character, minLength: 2, maxLength: 4 })

  it('has fewer strokes first, then stroke by stroke, from the first character to the last', () => {
    const sorted = characters.map((surname) => `${surname}一`).toSorted(compare)
    expect(new Set(sorted).size).toBe(characters.length)
    for (const [index, after] of sorted.slice(1).entries()) {
      const before = sorted[index] ?? ''
      const [one = '', other = ''] = [[...before][0], [...after][0]]
      expect(byModel(one, other), `${one} before ${other}`).toBeLessThanOrEqual(0)
    }
  })

  it('decides by the first surname character that differs, whatever follows', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const byFirst = byModel([...a][0] ?? '', [...b][0] ?? '')
        if (byFirst !== 0) expect(compare(a, b)).toBe(byFirst)
      }),
      { numRuns: 2000 },
    )
  })

  it('puts a given name of one character before one of two, else decides by its first that differs', () => {
    const given = fc.string({ unit: character, minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(given, given, (a, b) => {
        const [one, other] = [[...a], [...b]]
        const byLength = Math.sign(one.length - other.length)
        const expected = byLength || byModel(one[0] ?? '', other[0] ?? '')
        if (expected !== 0) expect(compare(`王${a}`, `王${b}`)).toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('is one order: of any three names, with a clash of strokes or an unknown character as well', () => {
    const few = fc.constantFrom(...Array.from('王田由叶申孔巴余佘司马空欧阳仇化仉一𰻞A'))
    const any = fc.oneof(name, fc.string({ unit: few, minLength: 2, maxLength: 4 }))
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(compare(a, b)).toBe(0 - compare(b, a))
        expect(compare(a, b) === 0).toBe(a === b)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
      }),
      { numRuns: 3000 },
    )
  })

  it('arranges a list alike however it was given, and keeps all of it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (names, chance) => {
        const weights = new Map(names.map((one) => [one, chance.next().value ?? 0]))
        const shuffled = names.toSorted((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0))
        expect(arranged(...shuffled)).toEqual(arranged(...names))
        expect(arranged(...names).ordered.toSorted()).toEqual(names.toSorted())
      }),
    )
  })
})
