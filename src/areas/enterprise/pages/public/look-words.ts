import { text } from '../../../../platform/text.ts'
import type { Text } from '../../../../platform/text.ts'

export const lookWords = {
  title: text('查询办理情况', 'How your request stands'),
  intro: text(
    '填写提交诉求时得到的查询码。',
    'Enter the look-up code that you were given when the request was sent.',
  ),
  code: text('查询码', 'Look-up code'),
  codeHelp: text(
    '以 WS 开头，短横和大小写可以不管。查询码丢失的，请打电话或者到街道窗口询问。',
    'It begins with WS; dashes and capitals do not matter. If it is lost, telephone or come to the office.',
  ),
  missing: text('请填写查询码。', 'Enter the look-up code.'),
  tooLong: text('这不是查询码，请核对。', 'This is no look-up code: check it.'),
  look: text('查询', 'Look it up'),
  looking: text('正在查询……', 'Looking it up…'),
  noAnswer: text(
    '没有收到服务器的答复。请检查网络后重试。',
    'The server did not answer. Check the network and try again.',
  ),
  found: (subject: string, stage: Text): Text =>
    text(`“${subject}”：${stage.zh}`, `“${subject}”: ${stage.en}`),
}
