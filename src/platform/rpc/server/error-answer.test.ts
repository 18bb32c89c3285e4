import { ORPCError, ValidationError } from '@orpc/server'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { errorAnswer } from './error-answer.ts'
import { createLog } from './log.ts'

const silent = pino({ level: 'silent' })

function logged(act: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  act(createLog({ write: (line) => void lines.push(line) }))
  return lines.join('')
}
const databaseError = (code: string) =>
  Object.assign(new Error('value 13800000000 of 张三'), {
    code,
    severity: 'ERROR',
    detail: 'Key (phone)=(13800000000)',
    table: 'person',
  })

test.each([
  ['55P03', 'UNAVAILABLE', 503],
  ['57014', 'UNAVAILABLE', 503],
  ['40001', 'UNAVAILABLE', 503],
  ['40P01', 'UNAVAILABLE', 503],
  ['53300', 'UNAVAILABLE', 503],
  ['53100', 'UNAVAILABLE', 503],
  ['23505', 'CONFLICT', 409],
  ['23P01', 'CONFLICT', 409],
  ['23503', 'INTERNAL_SERVER_ERROR', 500],
  ['42703', 'INTERNAL_SERVER_ERROR', 500],
])(
  'the database error %s is answered as %s and repeats no value, neither to the person nor to the log',
  (code, expected, status) => {
    let answer: unknown
    const log = logged((to) => {
      answer = errorAnswer(databaseError(code), to)
    })
    expect(answer).toMatchObject({
      code: expected,
      status,
      data: { words: { zh: expect.any(String), en: expect.any(String) } },
    })
    expect(JSON.stringify(answer) + log).not.toMatch(/1380|张三/)
  },
)

test('a lost connection is no fault of the program; a missing file is', () => {
  const missing = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })
  expect(errorAnswer(Object.assign(missing, { syscall: 'connect' }), silent).code).toBe('UNAVAILABLE')
  expect(errorAnswer(Object.assign(missing, { syscall: 'open' }), silent).code).toBe('INTERNAL_SERVER_ERROR')
  expect(errorAnswer(new Error('Connection terminated unexpectedly'), silent).code).toBe('UNAVAILABLE')
})

test('the unforeseen goes out as a number that is found in the log', () => {
  let answer: ORPCError<string, unknown> | undefined
  const log = logged((to) => {
    answer = errorAnswer(new TypeError('the inner works'), to)
  })
  const id = (answer?.data as { details: { id: string } } | undefined)?.details.id
  expect(JSON.stringify(answer)).not.toContain('inner works')
  expect(JSON.parse(log)).toMatchObject({
    errorId: id,
    err: { kind: 'TypeError', message: 'the inner works' },
  })
})

test('an error that a handler made from the contract passes; one that only looks like it does not', () => {
  const data = { words: text('甲', 'a'), details: {} }
  const good = new ORPCError('STALE', { status: 409, data })
  expect(errorAnswer(good, silent)).toBe(good)
  expect(errorAnswer(new ORPCError('STALE', { status: 409, data: { dump: 1 } }), silent).code).toBe(
    'INTERNAL_SERVER_ERROR',
  )
  expect(errorAnswer(new Refusal('RULE', data.words, {}), silent)).toMatchObject({
    code: 'RULE',
    status: 422,
  })
})

test('a refused input names field and value in both languages, and never a password', () => {
  const schema = z.object({
    limit: z.number().max(1000),
    act: z.enum(['a', 'b']),
    password: z.string().min(10),
  })
  const input = { limit: 5000, act: '合并', password: 'short' }
  const { error } = schema.safeParse(input)
  const cause = new ValidationError({ message: '', issues: error?.issues ?? [], data: input })
  const answer = errorAnswer(new ORPCError('BAD_REQUEST', { cause }), silent)
  expect(answer).toMatchObject({ code: 'INVALID', status: 422, data: { details: { count: 3 } } })
  const { words } = answer.data as { words: { zh: string; en: string } }
  expect(words.zh).toMatch(/limit（5000）.*1000.*act（合并）/)
  expect(words.zh).toMatch(/填写有误/)
  expect(words.en).toMatch(/limit \(5000\): .*1000.*; act \(合并\): /)
  expect(words.en).not.toMatch(/[（；]/)
  expect(JSON.stringify(answer)).not.toContain('short')
})

test('an error that is logged by itself is filtered all the same', () => {
  expect(logged((log) => log.error(databaseError('23505')))).not.toMatch(/1380|张三/)
})

test('the log hides secrets and personal values wherever they stand', () => {
  const line = logged((log) =>
    log.info({
      password: 'p1',
      input: { username: 'zhang', password: 'p2', sets: { contact_phone: 'p3' } },
      headers: { cookie: 'p4', 'set-cookie': 'p5', authorization: 'p6' },
    }),
  )
  expect(line).not.toMatch(/p[1-6]/)
  expect(line).toContain('zhang')
})

test('what was typed begins no line of its own in the log', () => {
  const typed = 'x\n{"level":30,"event":"signed in"}\r\u2028'
  const lines = logged((log) => log.warn({ event: typed, err: new Error(typed) })).trimEnd()
  expect(lines.split(/[\n\r]/)).toHaveLength(1)
  expect(JSON.parse(lines).event).toBe(typed)
})
