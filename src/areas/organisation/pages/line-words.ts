import { text } from '../../../platform/text.ts'

/** The line of Party organisations as the frame of the pages speaks of it. */
export const lineWords = {
  control: text('隶属', 'Party line'),
  along: text('按隶属', 'By Party line'),
  node: text('党组织', 'Organisation'),
  parts: text('按下级党组织', 'By organisation beneath'),
  own: text('最上级的党组织', 'The topmost that I may see'),
  search: text('按名称、代码或拼音查找党组织', 'Find an organisation by name, code or pinyin'),
  notThere: text('这一天没有所选的党组织', 'The chosen organisation did not exist on this day'),
}
