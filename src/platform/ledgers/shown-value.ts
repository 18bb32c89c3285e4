import type { Language } from '../text.ts'
import type { LedgerColumn } from './ledger.ts'

/** A stored value as a workbook shows it. A reference comes as its natural key already. */
export function shownValue(
  { field }: LedgerColumn,
  value: string | boolean | null,
  language: Language,
): string {
  if (field?.kind === 'flag') {
    const flag = value === true || value === 'true'
    return language === 'zh' ? (flag ? '是' : '否') : flag ? 'yes' : 'no'
  }
  if (value === null) return ''
  if (field?.kind === 'choice') return field.choices[String(value)]?.[language] ?? String(value)
  return String(value)
}
