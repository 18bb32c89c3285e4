import { text } from '../text.ts'
import { foldWord } from './fold.ts'

export const coverSheet = text('封面', 'Cover')
export const guideSheet = text('填表说明', 'How to fill in')
export const choicesSheet = text('选项', 'Choices')

/** Sheets of our own making that hold no records; an import passes over them. */
export const ownSheetNames: ReadonlySet<string> = new Set(
  [coverSheet, guideSheet, choicesSheet].flatMap((words) => [foldWord(words.zh), foldWord(words.en)]),
)
