import type { Fact } from '../ledgers/counted-workbook.ts'
import { type Language, say, type Text, text } from '../text.ts'
import type { FigureValue } from './contract.ts'

type Part = Pick<FigureValue, 'figure' | 'label' | 'value' | 'absent'>

/** What the cover says of the number: its definition, the question as it was resolved, and the value. */
export function exportCover(value: FigureValue, part: Part, sum: string | null, language: Language): Fact[] {
  const { question } = value
  const { scope } = question
  const shown = ({ value: number, absent }: Pick<Part, 'value' | 'absent'>, unit: Text | null) =>
    number === null
      ? say(absent?.words ?? noValue, language)
      : [number, unit ? say(unit, language) : ''].join(' ').trim()
  return [
    [text('指标', 'Figure'), say(value.label, language)],
    [text('口径', 'Definition'), say(value.definition, language)],
    [text('数值', 'Value'), shown(value, value.unit)],
    ...(part === value
      ? []
      : ([
          [text('本册所列', 'The rows of'), say(part.label, language)],
          [text('其数值', 'Its value'), shown(part, null)],
        ] satisfies Fact[])),
    ...(sum === null ? [] : [[text('合计', 'Sum'), sum] satisfies Fact]),
    [text('地点或组织', 'Place or organisation'), question.node.name],
    [text('统计层级', 'Counted along'), say(question.along === 'place' ? byPlace : byLine, language)],
    ...(question.asOf ? [[text('截至', 'As of'), question.asOf] satisfies Fact] : []),
    ...(question.period
      ? [[text('期间', 'Period'), `${question.period.from} – ${question.period.through}`] satisfies Fact]
      : []),
    [
      text('隶属关系', 'Structure'),
      question.structure === 'then'
        ? say(ofThen, language)
        : `${say(ofDay, language)} ${question.structureDay}`,
    ],
    ...(question.kind ? [[text('类别', 'Kind'), say(question.kind.label, language)] satisfies Fact] : []),
    ...(question.of ? [[question.of.dimension, say(question.of.label, language)] satisfies Fact] : []),
    [
      text('所知截至变更号', 'As known at change'),
      [question.knownAt, question.knownAtMoment].filter(Boolean).join(' · '),
    ],
    [
      text('计数范围', 'Counted over'),
      scope.whole ? say(whole, language) : scope.places.map(({ name }) => name).join('、'),
    ],
  ]
}

const noValue = text('没有数值', 'No value')
const byPlace = text('按地点', 'Places')
const byLine = text('按组织隶属', 'The line of organisations')
const ofThen = text('当时的隶属', 'As it was then')
const ofDay = text('这一天的隶属：', 'As on')
const whole = text('全部地点', 'All places')
