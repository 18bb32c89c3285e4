import { text } from '../../../platform/text.ts'
import { menuWords } from './menu-words.ts'

export const boardWords = {
  title: menuWords.board,
  figure: text('指标', 'Figure'),
  onDay: text('截至所选日期', 'On the chosen day'),
  inPeriod: text('所选期间内', 'Within the chosen period'),
  help: text(
    '社区按行政区划的次序排列，不排名。点数字看构成它的记录。跨社区的，各社区都计入，合计只计一次。',
    'Communities stand in the order of their codes and are not ranked. A number opens its records. What spans several communities counts in each, and once in the total.',
  ),
}
