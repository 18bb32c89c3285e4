import { text } from '../../../../platform/text.ts'

/** Why ballots, lists and officers of an election that has ended stand as they are. */
export const endedWords = {
  confirmed: text(
    '选举结果已确认，投票和名单不能再改。确有错误的，先撤销确认。',
    'The outcome is confirmed, so ballots and lists stand. If something is wrong, undo the confirmation first.',
  ),
  cancelled: text('这次选举已取消。', 'The election was cancelled.'),
} as const
