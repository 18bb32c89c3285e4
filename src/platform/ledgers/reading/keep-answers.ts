import type { Actor } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Ledger } from '../ledger.ts'
import { layoutOf } from './layout.ts'
import type { LayoutMemory } from './layout-memory.ts'
import type { SheetAnswer, SheetMapping } from './mapping.ts'
import { wrongUnit } from './money-unit.ts'

/**
 * Keeps what a person said of the columns, for workbooks of the same layout.
 * @throws Refusal INVALID where an answer does not fit what was offered, names a column twice, leaves out a required one or
 * reads sums of another unit as yuan
 */
export async function keepAnswers(
  memory: LayoutMemory,
  ledgers: readonly Ledger[],
  offered: readonly SheetMapping[],
  answers: readonly SheetAnswer[],
  actor: Actor,
): Promise<void> {
  const checked = answers.map((answer) => checkedAnswer(ledgers, offered, answer))
  if (checked.every((one) => one === null)) throw new Refusal('INVALID', nothingChosen)
  for (const one of checked) if (one) await memory.keep(one.ledger, one.layout, one.columns, actor)
}

function checkedAnswer(
  ledgers: readonly Ledger[],
  offered: readonly SheetMapping[],
  { sheet, ledger: id, columns }: SheetAnswer,
) {
  const offer = offered.find((one) => one.sheet === sheet)
  if (!offer) throw new Refusal('INVALID', noSheet(sheet), { sheet })
  if (id === null) return null
  const ledger = ledgers.find((candidate) => candidate.id === id)
  if (!ledger) throw new Refusal('INVALID', noLedger, { sheet, ledger: id })
  const said = new Map(columns.map(({ at, key }) => [at, key]))
  const keys = [...said.values()].filter((key) => key !== null)
  for (const key of keys) {
    const column = ledger.columns.find((candidate) => candidate.key === key)
    if (!column) throw new Refusal('INVALID', noLedger, { sheet, key })
    const heading = offer.columns.find(({ at }) => said.get(at) === key)?.heading ?? ''
    const unit = wrongUnit(column, heading)
    if (unit) throw new Refusal('INVALID', unit, { sheet, key, heading })
    if (keys.filter((other) => other === key).length > 1)
      throw new Refusal('INVALID', twice(sheet, column.heading.zh, column.heading.en), { sheet, key })
  }
  const missing = ledger.columns.filter(({ key, required }) => required && !keys.includes(key))
  if (missing.length > 0) {
    const headings = missing.map(({ heading }) => heading)
    throw new Refusal(
      'INVALID',
      lacking(
        sheet,
        headings.map(({ zh }) => zh),
        headings.map(({ en }) => en),
      ),
      {
        sheet,
        missing: missing.map(({ key }) => key),
      },
    )
  }
  const layout = layoutOf(offer.columns.map(({ at, heading }) => ({ at, parts: [heading], words: heading })))
  const chosen = offer.columns.map(({ at }, index) => [layout.keys[index] as string, said.get(at) ?? null])
  return { ledger, layout, columns: Object.fromEntries(chosen) as Record<string, string | null> }
}

const nothingChosen = text(
  '没有选择要读取的工作表。请至少为一张工作表选择台账。',
  'No sheet was chosen. Choose a ledger for at least one.',
)
const noSheet = (sheet: string) =>
  text(
    `文件中没有要对应的工作表“${sheet}”。请重新上传文件。`,
    `There is no sheet “${sheet}” to map. Upload the file again.`,
  )
const noLedger = text(
  '选择的台账或项目不存在，或者您没有导入的权限。请刷新页面后重新选择。',
  'The ledger or column chosen does not exist, or you may not import it. Reload the page and choose again.',
)
const twice = (sheet: string, zh: string, en: string) =>
  text(
    `工作表“${sheet}”有两列都对应“${zh}”。请只保留一列。`,
    `Two columns of “${sheet}” are “${en}”. Keep one.`,
  )
const lacking = (sheet: string, zh: readonly string[], en: readonly string[]) =>
  text(
    `工作表“${sheet}”还缺少必填项目：${zh.join('、')}。请为它们各选一列；表里没有的，请先在表里补上再上传。`,
    `“${sheet}” still lacks what is required: ${en.join(', ')}. Choose a column for each; what the sheet does not have must be added there first.`,
  )
