import type { Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import type { Finding } from '../../rules/judge.ts'
import { text } from '../../text.ts'
import { nameDependents, refuseOrphans } from '../dependents.ts'
import { findingView } from '../finding-view.ts'
import type { Records } from '../records.ts'
import { type Asking, inChange, refuseFuture, refuseStopped } from '../write-change.ts'
import type { DeedInput } from './deed-input.ts'
import { type DraftDeed, draftDeed } from './draft-deed.ts'

/** Writes a deed as one change: every record that takes part, and everything that hung on what ends. */
export async function performDeed(records: Records, asking: Asking, input: DeedInput) {
  refuseFuture(input.onDate)
  return await inChange(records, asking, 'event', input, async (writer, reader) => {
    const deed = await draftDeed(records, writer, reader, input)
    const left = deed.dependents.filter(({ to }) => to === undefined).map(({ dependent }) => dependent)
    if (left.length > 0) {
      const { named } = await nameDependents(records.engine, reader, left)
      throw new Refusal('CONFLICT', unassigned(named.map(({ title }) => title)), { dependents: named })
    }
    const findings = await carryOut(records, writer, deed)
    for (const [type, ids] of deed.ended) await refuseOrphans(records, writer, type, ids, input.onDate)
    refuseStopped(findings, input.overrides)
    return {
      deed: deed.id,
      version: String(writer.change),
      begun: [...deed.begun].map(([name, id]) => ({ name, id })),
      findings: findings.map((finding) => findingView(finding)),
    }
  })
}

/** Saves all drafts, those of the deed's own type first, and judges each of them. */
export async function carryOut(
  records: Records,
  writer: Writer<unknown>,
  { drafts }: Pick<DraftDeed, 'drafts'>,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [type, own] of drafts)
    if (own.size > 0) findings.push(...(await records.engine.save(writer, type, [...own.values()])))
  return findings
}

const unassigned = (titles: readonly string[]) => {
  const first = titles.slice(0, 5)
  const more = titles.length > first.length
  return text(
    `还有${titles.length}条挂靠的记录没有安排去向：${first.join('、')}${more ? '等' : ''}。请逐一选择。`,
    `${titles.length} records that hang on it have nowhere to go yet: ${first.join(', ')}${more ? ', …' : ''}. Choose for each.`,
  )
}
