import { type Text, text } from '../../../../platform/text.ts'

export const paperWords = {
  choose: text('选择材料', 'Choose a paper'),
  back: text('返回', 'Back'),
  noBallot: text('还没有投票，没有可打印的材料。', 'There is no ballot yet, so there is nothing to print.'),
  title: (of: string, paper: Text): Text => text(`${of}${paper.zh}`, `${of} · ${paper.en}`),
  byStrokes: text('按姓氏笔画为序', 'By the strokes of the surname'),
  byHand: text('按姓氏笔画为序，个别人工调整', 'By the strokes of the surname, some placed by hand'),
  seats: (seats: number) => text(`应选${seats}名`, `To be elected: ${seats}`),
  mark: text('符号', 'Mark'),
  writeIn: text('另选他人', 'Somebody else'),
  instructions: (seats: number): Text =>
    text(
      `说明：赞成的画“○”，不赞成的画“×”，弃权的不画。不赞成的可以另选他人，弃权的不能另选他人。所选人数不得超过${seats}名，超过的为无效票。`,
      `Mark ○ for, × against, nothing to abstain. Who is against a candidate may write in another; who abstains may not. Choose no more than ${seats}; a ballot that chooses more is void.`,
    ),
  noName: text('选票不记名。', 'The ballot is secret: sign nothing.'),
  scrutineers: text('监票人（签名）', 'Scrutineers (signatures)'),
  tellers: text('计票人（签名）', 'Tellers (signatures)'),
  chair: text('会议主持人（签名）', 'Chair of the meeting (signature)'),
  date: text('年　　月　　日', 'Date'),
  notCounted: text('本轮尚未计票。', 'This round is not counted yet.'),
} as const
