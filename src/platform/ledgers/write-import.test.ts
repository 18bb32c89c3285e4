import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defineRecordType } from '../records/record-type.ts'
import type { WantedRecord } from '../records/records-engine.ts'
import { text } from '../text.ts'
import { day } from '../values/day.ts'
import { defineLedger } from './ledger.ts'
import { parentsFirst } from './prepare-import.ts'

const label = text('节点', 'Node')
const type = defineRecordType({
  id: 'test.node',
  label,
  plural: label,
  header: [],
  attributes: [
    { key: 'code', kind: 'text', class: 'internal', label: text('代码', 'Code'), required: true },
    {
      key: 'parent_id',
      kind: 'reference',
      class: 'internal',
      to: 'test.node',
      label: text('上级', 'Parent'),
      required: false,
    },
  ],
  acts: [{ kind: 'begun', effect: 'begins', label, sets: ['code', 'parent_id'] }],
  title: 'code',
  naturalKey: ['code'],
  parent: 'parent_id',
  scoped: false,
  permissions: { see: 's', record: 'r', correct: 'c' },
})
const declaration = {
  id: 'test.nodes',
  type,
  sheet: label,
  dayColumns: { begins: text('开始', 'Begins') },
  columns: ['code', 'parent_id'],
}
const ledger = defineLedger(declaration)

const node = (id: number, parent: number | null): WantedRecord => ({
  id: String(id),
  header: {},
  events: [
    {
      id: `e${id}`,
      onDate: day('2018-01-01'),
      seq: 1,
      kind: 'begun',
      sets: { code: String(id), parent_id: parent === null ? null : String(parent) },
      documentNo: null,
      reason: null,
    },
  ],
})

test('every parent comes before its children, and no record is lost', () => {
  const forest = fc
    .array(fc.nat(), { minLength: 1, maxLength: 60 })
    .map((picks) => picks.map((pick, id) => node(id, id === 0 || pick % 5 === 0 ? null : pick % id)))
  fc.assert(
    fc.property(
      forest.chain((nodes) => fc.shuffledSubarray(nodes, { minLength: nodes.length })),
      (nodes) => {
        const ordered = parentsFirst(ledger, nodes)
        const place = new Map(ordered.map((record, index) => [record.id, index]))
        expect(place.size).toBe(nodes.length)
        const early = ordered.filter(({ id, events }) => {
          const parent = events[0]?.sets['parent_id']
          return typeof parent === 'string' && (place.get(parent) as number) >= (place.get(id) as number)
        })
        expect(early).toEqual([])
      },
    ),
  )
})

test('a ring of parents ends, and loses nothing', () => {
  expect(parentsFirst(ledger, [node(1, 2), node(2, 3), node(3, 1), node(4, 1)])).toHaveLength(4)
})

test('a ledger that leaves out a field, or gives two columns one heading, is not declared', () => {
  expect(() => defineLedger({ ...declaration, columns: ['code'] })).toThrow('parent_id')
  expect(() => defineLedger({ ...declaration, dayColumns: { begins: text('代码', 'Begins') } })).toThrow(
    'heading',
  )
  expect(() =>
    defineLedger({ ...declaration, dayColumns: { begins: text('始', 'B'), ends: text('终', 'E') } }),
  ).toThrow('end column')
})
