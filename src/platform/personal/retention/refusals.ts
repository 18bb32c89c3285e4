import { text } from '../../text.ts'
import { batchDays, mostInBatch, type RetentionBatch } from './contract.ts'

export const noPurpose = (id: string) => text(`没有“${id}”这项用途。`, `There is no purpose “${id}”.`)
export const wholeOffice = text(
  '保存期限由权限覆盖本单位全部地点的人规定。',
  'How long values are kept is set by somebody whose places are the whole office.',
)
export const noClock = (type: string) =>
  text(`“${type}”没有规定从哪天起算保存期限。`, `No day is declared from which “${type}” is kept no more.`)
export const holdPast = (until: string) =>
  text(`暂缓截止日 ${until} 不能早于今天。`, `The day ${until} until which it is held back has passed.`)
export const noHold = text('没有这项暂缓，或者已经解除。', 'There is no such hold, or it was lifted already.')
export const notDue = text(
  '有的记录现在没有到期，或者已经暂缓。请刷新后重新选择。',
  'One of the records is not due now, or is held back. Load the page again and choose anew.',
)
export const proposedBefore = text(
  '有的记录已经列入另一批，请刷新后重新选择。',
  'One of the records stands in another proposal already. Load the page again and choose anew.',
)
export const nothingDue = text('没有到期应删除的记录。', 'Nothing is due for erasure.')
export const tooMany = (count: number) =>
  text(
    `一批最多 ${mostInBatch} 条，选了 ${count} 条。请分批提出。`,
    `One proposal names at most ${mostInBatch} records, not ${count}. Propose them in parts.`,
  )
export const noBatch = text(
  '没有这一批，或者不在您的管辖范围内。',
  'There is no such proposal, or it is outside your places.',
)
export const ownBatch = text(
  '不能审批自己提出的删除，请由另一人审批。',
  'Nobody agrees to a proposal of their own: another person has to.',
)
export const refusedWhy = text('不同意的，请写明理由。', 'Say why it is refused.')
const over = text(
  `已经超过${batchDays}天，这一批作废。请重新提出。`,
  `More than ${batchDays} days have passed, so the proposal is void. Propose it again.`,
)
export const notWaiting: Readonly<
  Record<Exclude<RetentionBatch['state'], 'waiting'>, ReturnType<typeof text>>
> = {
  refused: text('这一批没有获得同意。', 'This proposal was refused.'),
  erasing: text('这一批已经同意，正在删除。', 'This proposal was agreed to and is being carried out.'),
  stopped: text('这一批已经同意，中途停止。', 'This proposal was agreed to, and stopped on the way.'),
  done: text('这一批已经删除完毕。', 'This proposal has been carried out.'),
  over,
}
export const notStopped: Readonly<
  Record<Exclude<RetentionBatch['state'], 'stopped'>, ReturnType<typeof text>>
> = {
  ...notWaiting,
  waiting: text('还没有人同意，请等待另一人审批。', 'Nobody has agreed yet: wait for the second person.'),
}
export const notErasing = text('这一批现在没有在删除。', 'This proposal is not being carried out now.')
export const fellAway = text(
  '这一批的记录现在都没有到期，无须删除。',
  'None of these records is due any more: there is nothing to agree to.',
)
