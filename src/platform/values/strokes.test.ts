import order from 'cnchar-order/cnchar.order.min.js'
import { expect, it } from 'vitest'
import { loadStrokes } from './strokes.ts'

const strokesOf = await loadStrokes()

/** The class by the stroke's name in the package's own table, not by its letter. */
function classOf(name: string): string {
  if (/^[横提]$/.test(name)) return '1'
  if (/^竖钩?$/.test(name)) return '2'
  if (name === '撇') return '3'
  if (/^(点2?|捺)$/.test(name)) return '4'
  return /[折钩弯斜]|竖提|撇点/.test(name) ? '5' : `no class: ${name}`
}

it('reads every stroke of the package as its name says, but for nine characters', () => {
  const { orders, strokeTable } = order.dict
  const named = ([, letters]: readonly [string, string]) =>
    [...letters].map((letter) => classOf(strokeTable[letter]?.name ?? '')).join('')
  const entries = Object.entries(orders)
  const different = entries.filter((entry) => strokesOf(entry[0]) !== named(entry))
  expect(entries.length).toBe(6939)
  expect(different.map(([character]) => character).toSorted()).toEqual(
    '媾德撅炽皙膝锺鲺黏'.split('').toSorted(),
  )
})

it.each([
  ['一', '1'],
  ['丁', '12'],
  ['王', '1121'],
  ['仇', '3235'],
  ['区', '1345'],
  ['孔', '5215'],
  ['马', '551'],
  ['朴', '123424'],
  ['李', '1234521'],
  ['张', '5153154'],
  ['单', '43251112'],
  ['查', '123425111'],
  ['曾', '432524312511'],
  ['解', '3535112533112'],
  ['翟', '54154132411121'],
  ['缪', '55154154134333'],
  ['龚', '13534122134'],
  ['德', '332122522114544'],
  ['皙', '1234331232511'],
  ['锺', '31115312511211'],
  ['郤', '343425152'],
  ['缐', '551325112534'],
  ['玚', '1121533'],
  ['𠮷', '121251'],
  ['䶮', '135341134'],
  ['㛃', '111253531'],
])('%s is written %s', (character, strokes) => {
  expect(strokesOf(character)).toBe(strokes)
})

it.each(['A', '1', '·', ' ', '', '王王', 'constructor', '𰻞', '\uFA11'])(
  'knows no strokes of %j',
  (character) => {
    expect(strokesOf(character)).toBeNull()
  },
)
