import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './address.ts'
import { readMomentSearch } from './moment-search.ts'

test('a code of twelve digits stays text', () => {
  expect(parseSearch('?node=350206005000&asOf=2018-06-30')).toEqual({
    node: '350206005000',
    asOf: '2018-06-30',
  })
})

test('an address reads back as it was written', () => {
  const value = fc.string({ minLength: 1 })
  const values = fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 4 }))
  const key = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => !(name in {}))
  fc.assert(
    fc.property(fc.dictionary(key, values), (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search })
    }),
  )
})

test('what is no day, no period and no moment of knowledge is left out', () => {
  expect(
    readMomentSearch({ asOf: '2018-02-30', from: '2018-02-01', knownAt: 'yesterday', structure: 'then' }),
  ).toEqual({})
  expect(readMomentSearch({ from: '2018-07-01', through: '2018-06-01' })).toEqual({})
  expect(readMomentSearch({ knownAt: '412', asOf: '2018-06-30', structure: 'today' })).toEqual({
    knownAt: '412',
    asOf: '2018-06-30',
    structure: 'today',
  })
})
