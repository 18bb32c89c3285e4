import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../platform/db/transaction.ts'
import { findingsOn } from '../../platform/records/findings.ts'
import { judgeStored } from '../../platform/records/judge-stored.ts'
import { day } from '../../platform/values/day.ts'
import { openOffice, type TestOffice } from './testing/office.ts'

let at: TestOffice
beforeAll(async () => {
  at = await openOffice()
})
afterAll(() => at.close())

const type = 'organisation.legal_person'
const asOf = day('2018-07-29')
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
let made = 0
/** GB 32100-2015. */
function creditCode(): string {
  const body = `91350206${String((made += 1)).padStart(9, '0')}`
  const sum = weights.reduce((all, weight, nth) => all + weight * signs.indexOf(body[nth] as string), 0)
  return body + (signs[(31 - (sum % 31)) % 31] as string)
}

const numbers = [
  '13812345678',
  '138 1234 5678',
  '１３８１２３４５６７８',
  '11010519491231002X',
  '4111-1111-1111-1111',
]
const none = [
  '示例',
  '2018年6月30日前核对',
  '厦湖金街〔2018〕13号',
  '138****5678',
  '350206005023',
  '编号913800000000',
]
const said = fc
  .tuple(fc.constantFrom('', '联系'), fc.oneof(fc.constantFrom(...numbers), fc.constantFrom(...none)))
  .map((parts) => parts.join(''))

test('the records of which few are read are those in which the rule finds something, in any version of their life', async () => {
  const record = fc.record({ name: said, address: said, later: fc.option(said) })
  const property = fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 6 }), async (records) => {
    for (const { name, address, later } of records) {
      const sets = { name, address, state: 'operating' }
      const id = await at.establish('person', '2018-01-02', sets, {
        credit_code: creditCode(),
        kind: 'non_public',
      })
      if (later !== null && later !== name)
        await at.happen('person', id, 'renamed', '2018-02-02', { name: later })
    }
    const open = [{ type: at.typeOf('person'), scope: at.whole }]
    const narrowed = await findingsOn(at.records, open, { asOf }, null)
    const all = await read<unknown, string[]>(at.database, at.whole, async (reader) => {
      const found: string[] = []
      for await (const batch of at.engine.each(reader, at.typeOf('person'), { asOf }))
        for (const { record: of, message } of await judgeStored(
          at.records,
          reader,
          at.typeOf('person'),
          batch,
          asOf,
        ))
          found.push(`${of.id} ${message.en}`)
      return found
    })
    expect(narrowed.map(({ record: of, message }) => `${of.id} ${message.en}`)).toEqual(all)
    expect(narrowed.every(({ record: of }) => of.type === type)).toBe(true)
  })
  await fc.assert(property, { numRuns: 6 })
  // What was drawn holds both kinds of texts.
  const open = [{ type: at.typeOf('person'), scope: at.whole }]
  expect((await findingsOn(at.records, open, { asOf }, null)).length).toBeGreaterThan(0)
})
