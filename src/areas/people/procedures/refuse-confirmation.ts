import type { StoredRecord } from '../../../platform/records/records-engine.ts'
import { refuseFuture, staleRecord } from '../../../platform/records/write-change.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { type Text, text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { isPast } from '../rules/elections/ballot-round.ts'
import { pastElection } from '../rules/elections/ended-words.ts'

type Asked = { readonly id: string; readonly version: string; readonly onDate: Day }
type Counting = {
  readonly recorders: ReadonlySet<string>
  readonly actor: string
  readonly counted: readonly Day[]
}

/** @throws Refusal STALE, INVALID, FORBIDDEN or CONFLICT where the outcome cannot be confirmed, or not by this account */
export function refuseConfirmation(
  election: StoredRecord,
  { id, version, onDate }: Asked,
  obstacles: readonly Text[],
  counting: Counting | null,
): void {
  if (counting) {
    if (isPast(election)) throw new Refusal('CONFLICT', pastElection, { id })
    const ended = election.events.find(({ kind }) => kind === 'confirmed' || kind === 'cancelled')
    if (ended)
      throw new Refusal(
        'CONFLICT',
        ended.kind === 'confirmed' ? confirmedBefore(ended.onDate) : wasCancelled,
        {
          id,
        },
      )
    if (String(election.version) !== version) throw staleRecord(id, version, election.version)
    refuseFuture(onDate)
    const [begun] = election.events
    const earliest = [...counting.counted].sort().at(-1)
    if (begun && onDate <= begun.onDate)
      throw new Refusal('INVALID', tooSoon(onDate, begun.onDate), { field: 'onDate', value: onDate })
    if (earliest && onDate < earliest)
      throw new Refusal('INVALID', beforeCount(onDate, earliest), { field: 'onDate', value: onDate })
  }
  if (obstacles.length > 0)
    throw new Refusal('CONFLICT', notDecided(obstacles), { obstacles: [...obstacles], id })
  if (counting?.recorders.has(counting.actor))
    throw new Refusal('FORBIDDEN', ownCount, { actor: counting.actor })
}

const confirmedBefore = (on: Day) =>
  text(
    `选举结果已于${on}确认，不能重复确认。`,
    `The outcome was confirmed on ${on} and cannot be confirmed again.`,
  )
const wasCancelled = text('这次选举已取消，不能确认结果。', 'The election was cancelled: it has no outcome.')
const tooSoon = (on: Day, begun: Day) =>
  text(
    `确认日期${on}应晚于列入计划的日期${begun}。`,
    `The day of confirmation, ${on}, has to be later than that of the plan, ${begun}.`,
  )
const beforeCount = (on: Day, counted: Day) =>
  text(
    `确认日期${on}早于计票日期${counted}。`,
    `The day of confirmation, ${on}, is earlier than that of the count, ${counted}.`,
  )
const ownCount = text(
  '计票结果由您登记或更正，须由另一人核对后确认。',
  'You recorded or corrected the count: another person has to check and confirm it.',
)
const notDecided = (obstacles: readonly Text[]) =>
  text(
    `还不能确认：${obstacles.map(({ zh }) => zh).join('')}`,
    `It cannot be confirmed yet: ${obstacles.map(({ en }) => en).join(' ')}`,
  )
