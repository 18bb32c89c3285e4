import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../../platform/values/day.ts'
import { requestType, taskType } from '../../records.ts'
import { requestStages, taskStages } from '../../terms.ts'
import { lifeFault } from './life.ts'
import { requestActs, requestLife, requestStageBy } from './request-life.ts'
import { stagePieces } from './stage-pieces.ts'
import { taskActs, taskLife, taskStageBy } from './task-life.ts'

const on = (kind: string, onDate = '2018-03-05') => ({ kind, onDate: onDate as Day })

test.each([
  ['a request', requestActs, requestType, requestLife.transitions, requestStages],
  ['a part', taskActs, taskType, taskLife.transitions, taskStages],
] as const)(
  '%s: every act of the record is in the table, every stage is reached, and every act leads somewhere',
  (_, acts, type, table, stages) => {
    expect(type.acts.map(({ kind }) => kind)).toEqual([...acts])
    const led = Object.values(table).flatMap((row) => Object.entries(row))
    expect(new Set(led.map(([act]) => act))).toEqual(new Set<string>(acts))
    expect(new Set(led.map(([, stage]) => String(stage)))).toEqual(new Set(Object.keys(stages)))
  },
)

test.each([
  ['received', null],
  ['received closed called_back', null],
  ['received closed reopened amended supervised closed called_back called_back reopened', null],
  ['closed', '还没有受理'],
  ['received called_back', '“办理中”，不能登记“回访”；此时可以：更改诉求要素、督办、办结'],
  ['received closed closed', '不能登记“办结”'],
  ['received closed amended', '不能登记“更改诉求要素”'],
  ['received reopened', '不能登记“重新办理”'],
])('a request: %s', (kinds, said) => {
  const fault = lifeFault(
    requestLife,
    kinds.split(' ').map((kind) => on(kind)),
  )
  if (said === null) expect(fault).toBeNull()
  else expect(fault?.zh).toContain(said)
})

test.each([
  ['assigned answered', null],
  ['assigned objected upheld reopened accepted paused resumed extended answered reopened answered', null],
  ['assigned objected rejected accepted adjusted answered adjusted', null],
  ['accepted', '还没有派单'],
  ['assigned paused', '不能登记“暂停计时”'],
  ['assigned accepted objected', '不能登记“提出异议”'],
  ['assigned accepted paused answered', '此时可以：恢复计时、调整主协办或承办人'],
  ['assigned objected answered', '不能登记“答复”'],
  ['assigned objected upheld answered', '不能登记“答复”'],
  ['assigned answered extended', '不能登记“延期”'],
])('a part: %s', (kinds, said) => {
  const fault = lifeFault(
    taskLife,
    kinds.split(' ').map((kind) => on(kind)),
  )
  if (said === null) expect(fault).toBeNull()
  else expect(fault?.zh).toContain(said)
})

const anyActs = <Act extends string>(acts: readonly Act[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...acts), fc.integer({ min: 1, max: 28 })), { maxLength: 12 })
    .map((list) =>
      list
        .sort(([, a], [, b]) => a - b)
        .map(([kind, day], seq) => ({
          id: String(seq),
          seq,
          kind,
          onDate: `2018-02-${String(day).padStart(2, '0')}` as Day,
          sets: {},
          documentNo: null,
          reason: null,
        })),
    )

test('a life without a fault has none in any of its beginnings, and its pieces say the stage of each day', () => {
  fc.assert(
    fc.property(anyActs(taskActs), (events) => {
      const faulty = events.findIndex((_, index) => lifeFault(taskLife, events.slice(0, index + 1)) !== null)
      expect(lifeFault(taskLife, events) === null).toBe(faulty === -1)
      if (faulty !== -1) return
      const pieces = stagePieces(events, taskStageBy)
      for (let day = 1; day <= 28; day++) {
        const date = `2018-02-${String(day).padStart(2, '0')}`
        const piece = pieces.find(({ from, to }) => from <= date && (to === null || date < to))
        const before = events.filter(({ onDate }) => onDate <= date)
        expect([date, piece?.stage ?? 'none']).toEqual([date, taskStageBy(before)])
      }
    }),
  )
})

test('what was never received has no stage', () => {
  expect(requestStageBy([])).toBe('none')
  expect(requestStageBy([on('closed')])).toBe('none')
})
