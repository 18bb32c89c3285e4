import { oc } from '@orpc/contract'
import { implement, lazy } from '@orpc/server'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { type Access, procedure } from '../procedure.ts'
import { assertDeclared } from './assert-declared.ts'
import type { Context } from './context.ts'
import { implementer } from './implementer.ts'

const access: Access = { permission: 'shelf.see', scope: 'place', audit: 'none', fields: ['done'] }
const declared = procedure(access).output(z.object({ done: z.boolean() }))
const done = () => ({ done: true })
const whole = { shelf: { see: declared, other: declared } }
const begun = implementer(whole.shelf)
const served = { shelf: begun.router({ see: begun.see.handler(done), other: begun.other.handler(done) }) }

test('what is declared and served behind the guard may start', async () => {
  await expect(assertDeclared(served, whole)).resolves.toBeUndefined()
})

test('a procedure that was not begun as one is named', async () => {
  const bare = { shelf: { ...whole.shelf, see: oc.output(z.object({ done: z.boolean() })) } }
  await expect(assertDeclared(served, bare)).rejects.toThrow(/shelf\.see: declares no access/)
})

test('a procedure that nobody implements is named', async () => {
  const part = { shelf: { see: served.shelf.see } }
  await expect(assertDeclared(part, whole)).rejects.toThrow(/shelf\.other: is not implemented/)
})

test('a procedure outside the guard is named, also where it is loaded late', async () => {
  const plain = implement(declared).$context<Context>().handler(done)
  await expect(assertDeclared({ shelf: { ...served.shelf, see: plain } }, whole)).rejects.toThrow(
    /shelf\.see: is not begun/,
  )
  const late = lazy(async () => ({ default: plain }))
  await expect(assertDeclared({ shelf: { ...served.shelf, see: late } }, whole)).rejects.toThrow(
    /shelf\.see: is not begun/,
  )
})

test('a procedure that no contract promises is named', async () => {
  const more = { shelf: { ...served.shelf, hidden: begun.see.handler(done) } }
  await expect(assertDeclared(more, whole)).rejects.toThrow(/shelf\.hidden: is not in the contract/)
})

test.each<[Partial<Access>, RegExp]>([
  [{ permission: '' }, /declares no permission/],
  [{ scope: undefined as never }, /declares no scope/],
  [{ fields: undefined as never }, /declares no fields/],
  [{ audit: undefined as never }, /declares no event/],
  [{ audit: 'change?' as never }, /declares no event/],
  [{ permission: 'public' }, /is public and yet reads rows/],
])('%o is no declaration', async (change, words) => {
  const see = procedure({ ...access, ...change }).output(z.object({ done: z.boolean() }))
  await expect(assertDeclared(served, { shelf: { ...whole.shelf, see } })).rejects.toThrow(words)
})
