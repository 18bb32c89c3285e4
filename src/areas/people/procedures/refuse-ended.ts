import type { StoredRecord } from '../../../platform/records/records-engine.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { text } from '../../../platform/text.ts'

/** @throws Refusal CONFLICT where the election is confirmed or was cancelled: its ballots stand as they are */
export function refuseEnded({ id, events }: StoredRecord): void {
  const ended = events.find(({ kind }) => kind === 'confirmed' || kind === 'cancelled')
  if (ended) throw new Refusal('CONFLICT', ended.kind === 'confirmed' ? confirmed : cancelled, { id })
}

const confirmed = text(
  '选举结果已确认，投票和名单不能再改。确有错误的，先撤销确认。',
  'The outcome is confirmed, so ballots and lists stand. If something is wrong, undo the confirmation first.',
)
const cancelled = text('这次选举已取消。', 'The election was cancelled.')
