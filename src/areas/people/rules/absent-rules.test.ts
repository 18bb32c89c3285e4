import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { organisationArea } from '../../organisation/index.ts'
import { peopleArea } from '../area.ts'
import { absentRules } from './absent-rules.ts'

const judged = [organisationArea, peopleArea].flatMap(({ records, judges = [] }) =>
  [...records, ...judges].flatMap(({ rules }) => rules.map(({ id }) => id)),
)
const rulesOf = (id: string) => judged.filter((rule) => rule === id || rule.startsWith(`${id}-`))
const numbered = (group: string, count: number) =>
  Array.from({ length: count }, (_, index) => `R-${group}-${String(index + 1).padStart(2, '0')}`)

// Twelve rules on organisations, nine on elections, four on staff.
test.each([...numbered('S1', 12), ...numbered('S4', 9), ...numbered('S5', 4)])(
  '%s is a rule that judges, or is said to be absent',
  (id) => {
    const absent = absentRules.some((rule) => rule.id === id)
    // A part of a rule may be judged where the whole of it is not.
    expect({ id, rule: absent ? judged.includes(id) : rulesOf(id).length > 0 }).toEqual({ id, rule: !absent })
  },
)

test('every absent rule is told once, in words, in the README of the area', () => {
  const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8').replaceAll(/ +/g, ' ')
  const rows = absentRules.map(
    ({ id, name, why }) => `| ${id} | ${name.zh} ${name.en} | ${why.zh} ${why.en} |`,
  )
  expect(rows.filter((row) => !readme.includes(row))).toEqual([])
  expect(new Set(absentRules.map(({ id }) => id)).size).toBe(absentRules.length)
  const told = readme.match(/^\| R-[A-Z0-9-]+ \|/gm) ?? []
  expect(told).toHaveLength(absentRules.length)
})
