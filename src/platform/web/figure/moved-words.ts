import { type Text, text } from '../../text.ts'

export const movedWords = {
  figures: text('指标的变化', 'Figures that move'),
  noFigures: text('各项指标在这一天都不变。', 'No figure moves on that day.'),
  figure: text('指标', 'Figure'),
  place: text('地点', 'Place'),
  before: text('原来', 'Before'),
  after: text('以后', 'After'),
  difference: text('增减', 'Difference'),
  absent: text('无数值', 'no value'),
  placesLeft: (count: number): Text =>
    text(
      `另有 ${count} 个地点也受影响，没有列出。`,
      `${count} more ${count === 1 ? 'place is' : 'places are'} touched and not listed.`,
    ),
}
