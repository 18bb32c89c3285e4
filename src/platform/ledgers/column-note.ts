import { numberNote } from '../records/number-words.ts'
import { type Text, text } from '../text.ts'
import type { LedgerColumn } from './ledger.ts'

/** What to fill in a column, in a sentence or two. */
export function columnNote(column: LedgerColumn): Text {
  const own = column.field?.help
  const parts = [obligation(column), shape(column), ...(own ? [own] : [])]
  return text(parts.map((part) => part.zh).join(''), parts.map((part) => part.en).join(' '))
}

function obligation(column: LedgerColumn): Text {
  return column.required ? text('必填。', 'Required.') : text('可留空。', 'May be left empty.')
}

const aDay = text('填日期，如2018-06-30。', 'A day, such as 2018-06-30.')

function shape(column: LedgerColumn): Text {
  const { field, role } = column
  if (role === 'document')
    return text('填文件的发文字号，没有的不填。', 'The number of the document, if there is one.')
  if (field === null) return aDay
  switch (field.kind) {
    case 'day':
      return aDay
    case 'count':
    case 'amount': {
      const note = numberNote(field)
      return text(`${note.zh}只填数字。`, `${note.en} Digits only.`)
    }
    case 'choice': {
      const words = Object.values(field.choices)
      return text(
        `从下列选项中选填：${words.map((word) => word.zh).join('、')}。`,
        `One of: ${words.map((word) => word.en).join('; ')}.`,
      )
    }
    case 'flag':
      return text('填“是”或“否”，空白即“否”。', 'Yes or no; empty means no.')
    case 'reference':
      return text(
        '填对方的代码；可以是本文件中的另一行。',
        'The code of the other record, which may be another line of this file.',
      )
    case 'text':
      return text('填文字。', 'Text.')
  }
}
