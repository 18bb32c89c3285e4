import { expect, test } from 'vitest'
import { day } from '../../../../platform/values/day.ts'
import type { Standing } from '../../public-contract.ts'
import { stepsOf } from './standing-steps.ts'

const [sent, answered, closed] = [day('2026-11-02'), day('2026-11-10'), day('2026-11-12')]
const waiting: Standing = {
  number: 'WS20261102-0000',
  submittedOn: sent,
  companyName: '示例公司',
  kind: 'financing',
  subject: '贷款到期',
  stage: 'waiting',
  declined: null,
  request: null,
}
const received: Standing = {
  ...waiting,
  stage: 'received',
  request: {
    number: 'QY-1',
    receivedOn: sent,
    department: null,
    due: null,
    pausedSince: null,
    answered: null,
    closed: null,
  },
}
const withRequest = (
  stage: Standing['stage'],
  change: Partial<NonNullable<Standing['request']>>,
): Standing => ({
  ...received,
  stage,
  request: received.request && { ...received.request, department: '经济办', ...change },
})

const told = (standing: Standing) => stepsOf(standing).map(({ name, state, on }) => [name, state, on])

test('the steps of a request from its sending to its closing', () => {
  expect(told(waiting)).toEqual([
    ['sent', 'done', sent],
    ['received', 'now', null],
    ['in_work', 'ahead', null],
    ['answered', 'ahead', null],
    ['closed', 'ahead', null],
  ])
  expect(told(received).slice(1, 3)).toEqual([
    ['received', 'done', sent],
    ['in_work', 'now', null],
  ])
  expect(stepsOf(withRequest('in_work', {}))[2]).toMatchObject({ state: 'now', said: { zh: '经济办' } })
  const answer = { answered: { on: answered, answer: '已协调' } }
  expect(told(withRequest('answered', answer)).slice(2)).toEqual([
    ['in_work', 'done', null],
    ['answered', 'done', answered],
    ['closed', 'now', null],
  ])
  expect(
    told(withRequest('closed', { ...answer, closed: { on: closed, outcome: 'solved' } })).slice(3),
  ).toEqual([
    ['answered', 'done', answered],
    ['closed', 'done', closed],
  ])
})

test('a request that ends early shows only the steps that it went', () => {
  expect(told({ ...waiting, stage: 'declined', declined: { on: answered, why: '不属于本街道' } })).toEqual([
    ['sent', 'done', sent],
    ['declined', 'done', answered],
  ])
  const withdrawn = { department: null, closed: { on: closed, outcome: 'withdrawn' as const } }
  expect(told(withRequest('closed', withdrawn))).toEqual([
    ['sent', 'done', sent],
    ['received', 'done', sent],
    ['closed', 'done', closed],
  ])
})
