import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendEvent } from '../platform/audit/append-event.ts'
import { listEvents } from '../platform/audit/list-events.ts'
import { fromMachine } from '../platform/audit/origin.ts'
import { openPeopleOffice, type PeopleOffice } from '../areas/people/testing/office.ts'
import { foundStreet, register } from '../areas/people/testing/street.ts'
import { auditSubjects } from './audit-subjects.ts'

let at: PeopleOffice
let person: string
let branch: string
beforeAll(async () => {
  at = await openPeopleOffice()
  const street = await foundStreet(at)
  branch = street.branches[0]
  await exported('people.people')
  person = await register(at, '2015-01-01', { branch })
})
afterAll(() => at.close())

const exported = (type: string, id?: string) =>
  appendEvent(at.database.pool, 1, {
    ...fromMachine({ id: 'out', name: '导出人' }, 'export'),
    kind: 'export',
    subject: id ? { type, id } : { type },
  })
const about = async (subject: string) => {
  const words = { database: at.database, types: at.engine.types, roles: {}, ...auditSubjects(at) }
  const events = await listEvents(words, 1, { subject, kind: 'export' }, { limit: 50 })
  return events.map((event) => event.subject?.type.zh)
}

test('exports of ledgers, lists and figures that may have held a person are found from the person, in words, none from before', async () => {
  expect(await about(person)).toEqual([])
  await exported('people.people')
  await exported('people.person')
  await exported('people.party_posts')
  await exported('people.members')
  await exported('organisation.places')
  await exported('organisation.compounds')
  expect(await about(person)).toEqual(['党员', '党内职务台账', '人员', '人员和党员名册'])
  expect(await about(branch)).toEqual([])
})

test('an export in clear is found by what was asked for', async () => {
  const asked = async (ledger: string) => {
    const id = crypto.randomUUID()
    await at.database.query(at.whole, {
      name: 'test_clear_export',
      text: `insert into platform.clear_export (office_id, id, ledger, language, known_at, row_count, fields, second_person, reason, asked_by, asked_name)
        values (1, $1::uuid, $2, 'zh', 0, 1, '{}', false, '核对', 'out', '导出人')`,
      values: [id, ledger],
    })
    await exported('clearExports', id)
  }
  const before = await about(person)
  await asked('organisation.places')
  expect(await about(person)).toEqual(before)
  await asked('people.people')
  expect(await about(person)).toEqual(['导出个人信息原文', ...before])
})
