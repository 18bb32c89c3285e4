import { text } from '../text.ts'
import { foldWord } from './fold.ts'

export const coverSheet = text('封面', 'Cover')
export const guideSheet = text('填表说明', 'How to fill in')
/** What a check found, in front of the workbook that it checked. */
export const checkSheet = text('检查结果', 'Check result')
export const choicesSheet = text('选项', 'Choices')

/** Sheets of our own making that hold no records; an import passes over them. */
export const ownSheetNames: ReadonlySet<string> = new Set(
  [coverSheet, guideSheet, choicesSheet, checkSheet].flatMap((words) => [
    foldWord(words.zh),
    foldWord(words.en),
  ]),
)
