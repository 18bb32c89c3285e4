import { text } from '../../../../platform/text.ts'

/** Why ballots, lists and officers of an election that has ended stand as they are. */
export const endedWords = {
  confirmed: text(
    '选举结果已确认，投票和名单不能再改。确有错误的，先撤销确认。',
    'The outcome is confirmed, so ballots and lists stand. If something is wrong, undo the confirmation first.',
  ),
  cancelled: text('这次选举已取消。', 'The election was cancelled.'),
} as const

/** Why a result of the past is not entered under an election that is run here. */
export const runHere = text(
  '这次选举按步骤办理，投票和计票请在选举页面登记。',
  'This election is run here step by step: prepare its ballots and record their counts on its page.',
)

/** Why nothing comes of a past election, and nothing is taken back. */
export const pastElection = text(
  '这是照原件登记的以往选举，不产生任职，也没有可撤销的确认。任职和任期在各自的台账登记。',
  'This is a past election, entered as its papers have it: no posts come of it and there is no confirmation to undo. Posts and terms have ledgers of their own.',
)
