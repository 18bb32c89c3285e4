import { text } from '../../../../platform/text.ts'

/** What stands around every public page. */
export const pageWords = {
  skip: text('跳到正文', 'Skip to the content'),
  pages: text('页面', 'Pages'),
  form: text('反映诉求', 'Send a request'),
  look: text('查询办理情况', 'How it stands'),
  printedAt: (at: string) => text(`打印于 ${at}`, `Printed ${at}`),
  print: text('打印', 'Print'),
  again: text('重试', 'Try again'),
  notFound: text('没有这个页面', 'There is no such page'),
  notFoundHelp: text(
    '地址可能写错了。要反映诉求或者查询办理情况，请从下面进入。',
    'The address may be mistyped. To send a request or to see how one stands, go on from here.',
  ),
}
