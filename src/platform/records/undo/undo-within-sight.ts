import { inWholeOffice, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { readerOf } from '../engine.ts'
import type { RecordsEngine } from '../records-engine.ts'
import { applyUndo } from './apply-undo.ts'
import { planUndo } from './plan-undo.ts'
import { savedBy, takenBy } from './saved-by.ts'
import type { UndoPlan } from './undo-plan.ts'

/** Undoes a change in the writer's own. @throws Refusal CONFLICT where a record of it lies outside the caller's places */
export async function undoWithinSight(
  writer: Writer<unknown>,
  engine: RecordsEngine,
  change: bigint,
): Promise<UndoPlan> {
  const reader = readerOf(writer)
  const touched = async () => {
    let count = 0
    for (const type of engine.types.values()) {
      count += (await savedBy(reader, type, change)).length
      count += (await takenBy(reader, type, change)).length
    }
    return count
  }
  const seen = await touched()
  const plan = await inWholeOffice(writer, async () => {
    if ((await touched()) > seen) throw new Refusal('CONFLICT', partlyOutside, { change: String(change) })
    return await planUndo(reader, engine, change)
  })
  await applyUndo(writer, engine, plan)
  return plan
}

export const movedOn = text(
  '查看之后，有关记录又有变动，撤销的内容已不同，尚未撤销。请重新核对后再撤销。',
  'Records changed after you looked, and the undoing would do something else by now. Nothing was undone: look again.',
)
const partlyOutside = text(
  '这次办理有一部分记录在您的管辖范围以外，不能由您撤销。请联系权限覆盖全部地点的经办人。',
  'Some of its records lie outside your places, so you cannot undo it. Ask the office.',
)
