import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { StaffedCommunity, StaffedPost } from '../../src/areas/people/contract.ts'
import { communityPostType } from '../../src/areas/people/records.ts'
import type { CommunityPost } from '../../src/areas/people/terms.ts'
import type { RecordView } from '../../src/platform/records/contract.ts'
import { expect } from './test.ts'

type Staffing = { posts: StaffedPost[]; communities: StaffedCommunity[] }

/** Lets the only holder of a post leave on a day, as another window of the same account would. */
export async function vacate(page: Page, community: string, post: CommunityPost, on: string): Promise<void> {
  const at = `/api/records/${communityPostType.id}`
  const staffing: Staffing = await (await page.request.get('/api/people/staffing?asOf=2018-07-29')).json()
  const column = staffing.posts.findIndex((one) => one.post === post)
  const found = staffing.communities.find(({ place }) => place.name === community)
  const id = found?.cells[column]?.holders[0]?.id ?? ''
  const view: RecordView = await (await page.request.get(`${at}/${id}?asOf=2018-07-29`)).json()
  const written = await page.request.post(`${at}/events`, {
    data: {
      type: communityPostType.id,
      id,
      version: view.version,
      act: 'ended',
      onDate: on,
      idempotencyKey: randomUUID(),
      header: {},
      sets: {},
    },
  })
  await expect(written).toBeOK()
}

type Values = Record<string, string | null>

/** Records as another window of the same account would, and answers the new record. */
async function entered(page: Page, type: string, data: object): Promise<string> {
  const written = await page.request.post(`/api/records/${type}/events`, {
    data: { type, onDate: '2018-03-01', idempotencyKey: randomUUID(), ...data },
  })
  await expect(written).toBeOK()
  const { id }: { id: string } = await written.json()
  return id
}

/** Enters a person of a branch; `header` and `sets` say what differs from the usual one. */
export async function enterPerson(
  page: Page,
  person: { code: string; name: string; branch: string; header?: Values; sets?: Values },
): Promise<string> {
  return await entered(page, 'people.person', {
    act: 'registered',
    header: { code: person.code, name: person.name, sex: '2', birth: '1980-05', ...person.header },
    sets: { education: '31', branch_id: person.branch, category: 'full', home_id: null, ...person.sets },
  })
}

/** Enters that a person sits on the committee of an organisation. */
export async function enterPost(page: Page, of: string, organisation: string): Promise<string> {
  return await entered(page, 'people.party_post', {
    act: 'began',
    sets: {
      person_id: of,
      organisation_id: organisation,
      post: 'member',
      gained: 'elected',
      working_time: 'part_time',
    },
  })
}

/** Merges two persons as another window would: the first stays. Answers the change. */
export async function mergePersons(page: Page, kept: string, given: string): Promise<string> {
  const seen = async (id: string) => {
    const record = await page.request.get(`/api/records/people.person/${id}`)
    await expect(record).toBeOK()
    const { version }: { version: string } = await record.json()
    return { id, version }
  }
  const data = { type: 'people.person', kept: await seen(kept), given: await seen(given), take: [] }
  const preview = await page.request.post('/api/records/people.person/merge/preview', { data })
  await expect(preview).toBeOK()
  const shown: { seen: string } = await preview.json()
  const merged = await page.request.post('/api/records/people.person/merge', {
    data: { ...data, seen: shown.seen, reason: '核对档案', idempotencyKey: randomUUID() },
  })
  await expect(merged).toBeOK()
  const { change }: { change: string } = await merged.json()
  return change
}
