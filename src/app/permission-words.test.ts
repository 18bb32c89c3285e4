import { expect, test } from 'vitest'
import type { Role } from '../platform/access/role.ts'
import { permissionWords } from './permission-words.ts'
import { roles } from './roles.ts'

test('whoever chooses a role reads what each of its permissions lets do, and no permission is nobody’s', () => {
  const held = new Set(Object.values<Role>(roles).flatMap(({ permissions }) => permissions))
  expect(Object.keys(permissionWords).sort()).toEqual([...held].sort())
  const said = Object.values(permissionWords).flatMap(({ zh, en }) => [zh, en])
  expect(new Set(said).size).toBe(2 * held.size)
})
