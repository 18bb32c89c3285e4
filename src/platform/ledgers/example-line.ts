import type { CellValue } from 'hucre/xlsx'
import type { Language } from '../text.ts'
import { foldWord } from './fold.ts'
import type { Ledger, LedgerColumn } from './ledger.ts'

const marks = { zh: '例：', en: 'e.g. ' } as const satisfies Record<Language, string>
const folded = Object.values(marks).map(foldWord)

/** The example line of a template: its first cell carries a mark, and an import passes over it as long as it is unchanged. */
export function exampleLine(ledger: Ledger, language: Language): string[] {
  return ledger.columns.map(
    (column, index) => (index === 0 ? marks[language] : '') + exampleOf(column, language),
  )
}

export function exampleMark(value: CellValue | undefined): boolean {
  return typeof value === 'string' && folded.some((mark) => foldWord(value).startsWith(mark))
}

export function exampleOf({ field, example }: LedgerColumn, language: Language): string {
  if (field?.kind === 'flag') return language === 'zh' ? '否' : 'no'
  if (field?.kind !== 'choice') return example
  const words = Object.values(field.choices).find(
    (candidate) => candidate.zh === example || candidate.en === example,
  )
  return words?.[language] ?? example
}
