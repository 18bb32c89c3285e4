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
