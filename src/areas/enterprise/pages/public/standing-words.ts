import { type Text, text } from '../../../../platform/text.ts'
import type { Standing } from '../../public-contract.ts'

export const stepWords = {
  sent: text('提交', 'Sending'),
  received: text('受理', 'Taking up'),
  in_work: text('办理', 'Work'),
  answered: text('答复', 'Answer'),
  closed: text('办结', 'Closing'),
  declined: text('不予受理', 'Not taken up'),
}
export type StepName = keyof typeof stepWords

export const stageWords: Readonly<Record<Standing['stage'], Text>> = {
  waiting: text('待受理', 'Waiting to be taken up'),
  declined: text('不予受理', 'Not taken up'),
  received: text('已受理', 'Taken up'),
  in_work: text('办理中', 'In work'),
  answered: text('已答复', 'Answered'),
  closed: text('已办结', 'Closed'),
}

/** What a company can do, by how its request stands. */
export const nextWords: Readonly<Record<Standing['stage'], Text>> = {
  waiting: text(
    '街道正在核对，暂时不用做什么。事情紧急的，请打电话或者到街道窗口反映，并说明提交编号。',
    'The office is looking at it, and there is nothing to do. If it is urgent, telephone or come to the office and give the number.',
  ),
  declined: text(
    '可以按上面的说明补充后重新提交。有疑问的，请打电话或者到街道窗口询问，并说明提交编号。',
    'You may send the request anew with what the office asks for above. If anything is unclear, telephone or come to the office and give the number.',
  ),
  received: text(
    '街道正在确定办理部门，暂时不用做什么。',
    'The office is putting a department in charge, and there is nothing to do.',
  ),
  in_work: text(
    '请保持电话畅通，以便办理部门联系。过了期限没有收到答复的，请打电话或者到街道窗口催问，并说明诉求编号。',
    'Please be reachable by telephone. If there is no answer after the due day, telephone or come to the office and give the number of the request.',
  ),
  answered: text(
    '对答复有疑问或者不同意见的，请尽快打电话或者到街道窗口说明，并说明诉求编号。',
    'If the answer is unclear or you do not agree with it, tell the office soon, by telephone or in person, and give the number of the request.',
  ),
  closed: text(
    '街道会打电话回访，请说明是否满意；问题没有解决的，可以要求重新办理。没有留电话的，请打电话或者到街道窗口说明。',
    'The office calls back to ask whether you are satisfied; if the problem is not solved, ask for it to be taken up anew. If you left no telephone, telephone or come to the office.',
  ),
}

export const standingWords = {
  waiting: text('街道正在核对', 'The office is looking at it'),
  assigning: text('正在确定办理部门', 'A department is being put in charge'),
  toClose: text('等待街道办结', 'To be closed by the office'),
  now: text('当前', 'Now'),
  ahead: text('未到', 'Still ahead'),
  steps: text('办理进度', 'Progress'),
  number: text('提交编号', 'Number'),
  request: text('诉求编号', 'Number of the request'),
  company: text('企业名称', 'Company'),
  kind: text('诉求类型', 'What it is about'),
  due: text('答复期限', 'To be answered by'),
  expected: text('预计答复日期', 'Answer expected by'),
  expectedHelp: text(
    '该年度的放假安排还没有公布，日期可能变动。',
    'The public holidays of that year are not announced yet, so the day may change.',
  ),
  paused: (day: Text): Text =>
    text(
      `${day.zh}起暂停计时，例如等待企业补充材料；恢复后期限顺延。`,
      `The clock has stopped since ${day.en}, for instance to wait for papers of the company; the due day moves on when it goes on.`,
    ),
  answer: text('答复内容', 'The answer'),
  outcome: text('办理结果', 'Outcome'),
  declined: text('不予受理的说明', 'Why it was not taken up'),
  next: text('您可以做什么', 'What you can do'),
}
