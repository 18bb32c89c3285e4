import { expect, test } from 'vitest'
import { closeAll } from './close-all.ts'

test('what cannot be closed keeps nothing else open, and each failure is answered in its order', async () => {
  const closed: string[] = []
  const close = (name: string, fails: boolean) => async () => {
    if (fails) throw new Error(name)
    closed.push(name)
  }
  const failures = await closeAll([close('a', false), close('b', true), close('c', false), close('d', true)])
  expect(closed).toEqual(['a', 'c'])
  expect(failures).toEqual([new Error('b'), new Error('d')])
})
