import { expect, test } from 'vitest'
import type { Day } from '../../../../platform/values/day.ts'
import type { LoopEvent, LoopTask } from './loop.ts'
import { loopFaults } from './loop-faults.ts'

/** Events as a test writes them: `03-05 closed outcome=solved`. */
const events = (...written: string[]): LoopEvent[] =>
  written.map((line) => {
    const [on, kind, ...sets] = line.split(' ')
    return {
      kind: kind as string,
      onDate: `2018-${on}` as Day,
      sets: Object.fromEntries(sets.map((pair) => pair.split('=') as [string, string])),
    }
  })
const task = (id: string, role: string, ...written: string[]): LoopTask => {
  const own = events(...written)
  return {
    id,
    events: own,
    spells: [{ from: own[0]?.onDate as Day, to: null, attributes: { role, department_id: id } }],
  }
}
const said = (own: LoopEvent[], ...tasks: LoopTask[]) =>
  loopFaults({ id: 'r', events: own, tasks }).map(({ zh }) => zh)

const solved = 'closed outcome=solved confirmation=written'
const answered = task('a', 'lead', '03-05 assigned', '03-07 answered answer=好')

test('a loop without a fault', () => {
  expect(said(events('03-05 received', `03-07 ${solved}`, '03-08 called_back'), answered)).toEqual([])
  expect(said(events('03-05 received', `03-05 ${solved} answer=好`))).toEqual([])
  expect(
    said(events('03-05 received', '03-06 closed outcome=withdrawn'), task('a', 'lead', '03-05 assigned')),
  ).toEqual([])
})

test('closed only with an answer (R-S8-01)', () => {
  expect(said(events('03-05 received', `03-05 ${solved}`))).toEqual([expect.stringContaining('R-S8-01')])
  expect(said(events('03-05 received', `03-06 ${solved}`), answered)).toEqual([
    expect.stringContaining('诉求已于2018-03-06办结'),
    expect.stringContaining('2018-03-06主办部门还没有答复'),
  ])
  expect(
    said(
      events('03-05 received', `03-06 ${solved} answer=好`),
      task('a', 'lead', '03-05 assigned', '03-06 accepted'),
    ),
  ).toEqual([expect.stringContaining('主办部门还没有答复')])
  // An assisting department that has not answered keeps nothing open.
  expect(
    said(events('03-05 received', `03-07 ${solved}`), answered, task('b', 'assist', '03-05 assigned')),
  ).toEqual([])
})

test('“solved” only with a confirmation or a named document (R-S8-02)', () => {
  const closing = (sets: string) => said(events('03-05 received', `03-07 closed ${sets}`), answered)
  expect(closing('outcome=solved')).toEqual([expect.stringContaining('R-S8-02')])
  expect(closing('outcome=solved confirmation=evidence')).toEqual([expect.stringContaining('R-S8-02')])
  expect(closing('outcome=solved confirmation=evidence evidence=批文')).toEqual([])
  expect(closing('outcome=explained')).toEqual([])
})

test('days in order (R-S8-03)', () => {
  expect(said(events('03-06 received'), answered)).toEqual([expect.stringContaining('R-S8-03')])
  const closed = events('03-05 received', `03-07 ${solved}`)
  expect(
    said(closed, task('a', 'lead', '03-05 assigned', '03-07 answered answer=好', '03-08 reopened')),
  ).toEqual([expect.stringContaining('诉求已于2018-03-07办结')])
  const reopened = events('03-05 received', `03-07 ${solved}`, '03-09 reopened')
  expect(
    said(reopened, task('a', 'lead', '03-05 assigned', '03-07 answered answer=好', '03-09 reopened')),
  ).toEqual([])
})

test('one lead at a time', () => {
  const own = events('03-05 received')
  expect(said(own, answered, task('b', 'lead', '03-06 assigned'))).toEqual([
    expect.stringContaining('2018-03-06已有主办部门'),
  ])
  const returned = task('a', 'lead', '03-05 assigned', '03-06 objected', '03-06 upheld')
  expect(said(own, returned, task('b', 'lead', '03-06 assigned'))).toEqual([])
  expect(said(own, returned, task('b', 'lead', '03-05 assigned'))).toHaveLength(1)
})
