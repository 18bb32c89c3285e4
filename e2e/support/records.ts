import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { ListedRecord, RecordView } from '../../src/platform/records/contract.ts'
import { expect } from './test.ts'

const organisations = '/api/records/organisation.party_organisation'

/** A name and a code that no other run on the same data has taken. */
export function freshName(what: string): { name: string; code: string } {
  const part = Date.now().toString(36).slice(-6).toUpperCase()
  return { name: `${what}${part}`, code: `E2E-${part}` }
}

async function asked<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(path)
  await expect(response).toBeOK()
  return await response.json()
}

/** The id of the record that bears this very name or code. */
export async function idOf(page: Page, type: string, named: string): Promise<string> {
  const query = new URLSearchParams({ find: named, asOf: '2018-07-29', limit: '200' })
  const list = await asked<{ records: ListedRecord[] }>(page, `/api/records/${type}?${query}`)
  const found = list.records.filter(({ title, values }) => [title, values['code']?.value].includes(named))
  expect(found, `records named ${named}`).toHaveLength(1)
  return found[0]?.id ?? ''
}

/** Every record of a list as the server itself tells it, page after page, in its order. */
export async function listed(page: Page, type: string, question: object): Promise<ListedRecord[]> {
  const records: ListedRecord[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = new URLSearchParams({ asOf: '2018-07-29', ...question, ...(cursor ? { cursor } : {}) })
    const answer = await asked<{ records: ListedRecord[]; total: number; nextCursor: string | null }>(
      page,
      `/api/records/${type}?${query}`,
    )
    records.push(...answer.records)
    cursor = answer.nextCursor
    if (cursor === null) expect(records.length, 'records of all pages').toBe(answer.total)
  }
  return records
}

export async function organisation(page: Page, id: string): Promise<RecordView> {
  return await asked<RecordView>(page, `${organisations}/${id}?asOf=2018-07-29`)
}

/** Enters a Party branch as another window of the same account would; the organisation above it is optional. */
export async function enterBranch(
  page: Page,
  branch: { name: string; code: string; seat: string; above?: string; onDate?: string; kind?: string },
): Promise<string> {
  const written = await page.request.post(`${organisations}/events`, {
    data: {
      type: 'organisation.party_organisation',
      act: 'established',
      onDate: branch.onDate ?? '2018-03-01',
      idempotencyKey: randomUUID(),
      header: { code: branch.code, invented: 'true' },
      sets: {
        name: branch.name,
        kind: branch.kind ?? '631',
        founded_in: 'project',
        parent_id: branch.above ?? null,
        seat_id: branch.seat,
        unit_id: null,
      },
    },
  })
  await expect(written).toBeOK()
  const { id }: { id: string } = await written.json()
  return id
}

/** Renames an organisation as another window would, on the version that the record has now. */
export async function renameElsewhere(page: Page, id: string, name: string, onDate: string): Promise<void> {
  const { version } = await organisation(page, id)
  const written = await page.request.post(`${organisations}/events`, {
    data: {
      type: 'organisation.party_organisation',
      id,
      version,
      act: 'renamed',
      onDate,
      idempotencyKey: randomUUID(),
      sets: { name },
    },
  })
  await expect(written).toBeOK()
}
