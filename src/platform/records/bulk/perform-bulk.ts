import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { Refusal } from '../../refusal.ts'
import { refuseOrphans } from '../dependents.ts'
import { findingView } from '../finding-view.ts'
import type { Records } from '../records.ts'
import { type Asking, inChange, refuseStopped } from '../write-change.ts'
import type { BulkRefused } from './contract.ts'
import { type BulkInput, draftBulk } from './draft-bulk.ts'

/** Records one act on many records as one change. @throws Refusal STALE, RULE or CONFLICT naming each record that refuses it */
export async function performBulk(records: Records, asking: Asking, input: BulkInput) {
  return await inChange(records, asking, 'event', input, async (writer, reader) => {
    const { behaviour, act, wanted, refused } = await draftBulk(records, writer, reader, input)
    const { type } = behaviour
    if (refused.length > 0)
      throw new Refusal(codeOf(refused), someRefused(refused, input.records.length), { refused })
    const findings = await records.engine.save(writer, type, wanted)
    const ids = wanted.map(({ id }) => id)
    if (act.effect === 'ends') await refuseOrphans(records, writer, type, ids, input.onDate)
    refuseStopped(findings, input.overrides)
    return {
      change: String(writer.change),
      count: wanted.length,
      findings: findings.map((finding) => findingView(finding)),
    }
  })
}

function codeOf(refused: readonly BulkRefused[]): 'STALE' | 'RULE' | 'CONFLICT' {
  const [code, ...others] = new Set(refused.map((one) => one.code))
  return others.length === 0 && (code === 'STALE' || code === 'RULE') ? code : 'CONFLICT'
}

function someRefused(refused: readonly BulkRefused[], all: number): Text {
  const first = refused.filter(({ title }) => title !== '').slice(0, 3)
  const name = ({ title, message }: BulkRefused): Text =>
    text(`“${title}”：${message.zh}`, `“${title}”: ${message.en}`)
  return text(
    `${all}条中有${refused.length}条不能办理，全部没有写入。${first.map((one) => name(one).zh).join('')}`,
    `${refused.length} of ${all} records refuse it, so nothing was written. ${first.map((one) => name(one).en).join(' ')}`,
  )
}
