import { text } from '../../text.ts'

export const momentWords = {
  control: text('日期', 'Date'),
  asOf: text('截至（时点数）', 'As of (for what stands on a day)'),
  period: text('期间（时期数）', 'Period (for what happened in a time)'),
  thisYear: text('本年至该日', 'Year to that day'),
  thisQuarter: text('该日所在季度', 'Its quarter'),
  thisMonth: text('该日所在月份', 'Its month'),
  lastYear: text('上一年', 'The year before'),
  known: text('所知时间', 'Known at'),
  knownNow: text('现在', 'Now'),
  knownThen: text('过去某日', 'On a past day'),
  knownHelp: text(
    '按那一天系统里已有的记录来数，之后的补记和更正都不算。',
    'Counts what was recorded by the end of that day; later entries and corrections are left out.',
  ),
  structure: text('归属', 'Placed by'),
  then: text('按当时', 'Structure of the time'),
  today: text('按今天', 'Structure of today'),
  structureHelp: text(
    '按今天：把过去的记录放进今天的归属里数。',
    'Structure of today counts past records as everything hangs together today.',
  ),
  reset: text('回到默认日期', 'Back to the default date'),
  resetToday: text('回到今天', 'Back to today'),
  close: text('完成', 'Done'),
}
