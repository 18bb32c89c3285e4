import { type Text, text } from '../../text.ts'

export const jobFigureWords = {
  help: text(
    '可以先看写入后各项指标怎样变动：系统试着写入一遍，算出数字，再全部撤回，不影响别人办理。',
    'You may first see how the figures would move: everything is written, counted and taken back. Nobody is held up by it.',
  ),
  count: (on: Text): Text => text(`看看数字怎样变动（${on.zh}）`, `See how the figures move (${on.en})`),
  counting: text('正在计算数字的变动', 'Counting how the figures move'),
  counted: (on: Text): Text =>
    text(
      `${on.zh}，写入以后这些数字会变；期间指标自当年1月1日起计。还没有写入任何内容。`,
      `These would change, ${on.en}; what is counted over a period is counted from 1 January of that year. Nothing has been written yet.`,
    ),
}
