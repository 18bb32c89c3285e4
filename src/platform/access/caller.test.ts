import fc from 'fast-check'
import { expect, test } from 'vitest'
import { text } from '../text.ts'
import { makeCaller } from './caller.ts'
import type { Roles } from './role.ts'

const account = {
  id: 'a',
  name: '张三',
  username: 'zhang',
  office: 7,
  mustChangePassword: false,
  secondFactorAsked: false,
  secondFactorRequired: false,
  secondFactor: false,
  provenAgo: 0,
  demo: false,
}
const permissions = ['see', 'write', 'erase'] as const
const roles: Roles = {
  viewer: { words: text('看', 'view'), permissions: ['see'] },
  writer: { words: text('写', 'write'), permissions: ['see', 'write'] },
  eraser: { words: text('删', 'erase'), permissions: ['erase'] },
}
const held = fc.array(
  fc.record({
    role: fc.constantFrom('viewer', 'writer', 'eraser', 'toString', 'gone'),
    place: fc.constantFrom('p', 'q', 'r', null),
  }),
)

test('a place is in the scope of a permission exactly where a role over it, or over the office, holds the permission', () => {
  fc.assert(
    fc.property(held, fc.constantFrom(...permissions), (all, permission) => {
      const caller = makeCaller(account, all, roles)
      const holding = all.filter(({ role }) =>
        Object.hasOwn(roles, role) ? roles[role]?.permissions.includes(permission) : false,
      )
      const { places } = caller.scopeOf(permission)
      const whole = holding.some(({ place }) => place === null)
      const found = places === 'all' ? places : new Set(places)
      expect(found).toEqual(whole ? 'all' : new Set(holding.map(({ place }) => place)))
      expect(caller.permissions.has(permission)).toBe(holding.length > 0)
      expect(caller.scopeOf(permission).office).toBe(7)
    }),
  )
})

test('a leader of the whole office who writes for one place writes there alone', () => {
  const caller = makeCaller(
    account,
    [
      { role: 'viewer', place: null },
      { role: 'writer', place: 'p' },
    ],
    roles,
  )
  expect(caller.scopeOf('see').places).toBe('all')
  expect(caller.scopeOf('write').places).toEqual(['p'])
})
