import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Day } from '../../values/day.ts'
import { actOf, type DeedPart, type RecordDeed, type RecordType } from '../record-type.ts'
import type { WriteInput } from '../write-change.ts'

type Values = Readonly<Record<string, string | null>>
export type Participant = {
  readonly id: string
  readonly version?: string | undefined
  readonly sets: Values
}
/** A record that the deed begins. `name` is the caller's own word for it, by which {@link Move} can name it. */
export type Beginning = { readonly name: string; readonly header: Values; readonly sets: Values }
/** Where something that hangs on an ending record goes: to another record, or to one that begins; null: it ends too. */
export type Move = {
  readonly type: string
  readonly id: string
  /** The ending record that it hangs on. */
  readonly on: string
  readonly to: string | null
}

export type DeedInput = WriteInput & {
  deed: string
  onDate: Day
  documentNo: string | null
  ending: readonly Participant[]
  lasting: readonly Participant[]
  beginning: readonly Beginning[]
  moves: readonly Move[]
}

/** The declared deed that the input fills. @throws Refusal INVALID where it has too few or too many records, or one twice */
export function declaredDeed(type: RecordType, input: DeedInput): RecordDeed {
  const deed = type.deeds?.find((candidate) => candidate.kind === input.deed)
  if (!deed)
    throw new Refusal('INVALID', text(`没有“${input.deed}”这种变动。`, `There is no act “${input.deed}”.`), {
      deed: input.deed,
    })
  refuseNumber(type, deed.ending, input.ending.length)
  refuseNumber(type, deed.lasting, input.lasting.length)
  refuseNumber(type, deed.beginning, input.beginning.length)
  const named = [...input.ending, ...input.lasting].map(({ id }) => id)
  const twice = named.find((id, index) => named.indexOf(id) !== index)
  if (twice) throw new Refusal('INVALID', chosenTwice, { id: twice })
  return deed
}

function refuseNumber(type: RecordType, part: DeedPart | undefined, count: number): void {
  const { least, most = Number.POSITIVE_INFINITY } = part ?? { least: 0, most: 0 }
  if (count >= least && count <= most) return
  const label = part?.label ?? type.label
  throw new Refusal('INVALID', wrongNumber(label, least, most, count), { count, least })
}

/** What each way of taking part does to a record. */
export const actOfPart = (type: RecordType, part: DeedPart | undefined) => actOf(type, (part as DeedPart).act)

const wrongNumber = (label: { zh: string; en: string }, least: number, most: number, count: number) => {
  const zh = least === most ? `${least}个` : most === Infinity ? `至少${least}个` : `${least}至${most}个`
  const en = least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`
  return text(
    `“${label.zh}”需要${zh}，现有${count}个。请增减后再提交。`,
    `“${label.en}” takes ${en}, and there are ${count}. Add or take away, then submit again.`,
  )
}
const chosenTwice = text(
  '同一条记录选了两次。请去掉重复的一个。',
  'One record was chosen twice. Take one of the two away.',
)
