import { type Text, text } from '../../text.ts'
import { type Day, formatDay, isDay, today } from '../../values/day.ts'
import { formatPeriod, type Period } from '../../values/period.ts'
import type { Moment } from './moment.ts'

export function dayText(value: Day): Text {
  return { zh: formatDay(value, 'zh', 'text'), en: formatDay(value, 'en', 'text') }
}

export function asOfText(value: Day): Text {
  return text(`截至${formatDay(value, 'zh', 'text')}`, `as of ${formatDay(value, 'en', 'text')}`)
}

export function periodText(value: Period): Text {
  return { zh: formatPeriod(value, 'zh'), en: formatPeriod(value, 'en') }
}

/** A moment of the clock in Asia/Shanghai: 2018年7月29日 23:59 in text. */
export function momentText(iso: string): Text {
  const on = today(new Date(iso))
  const clock = clockOf(iso)
  return text(`${formatDay(on, 'zh', 'text')} ${clock}`, `${formatDay(on, 'en', 'text')}, ${clock}`)
}

/** The same for a table: 2018-07-29 23:59. */
export function momentCell(iso: string): string {
  return `${today(new Date(iso))} ${clockOf(iso)}`
}

function clockOf(iso: string): string {
  return new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
}

/** 「按2018年7月29日所知」, or by the number of a change. */
export function knownAtText(knownAt: string): Text {
  if (/^\d+$/.test(knownAt)) return text(`按第 ${knownAt} 号变更时所知`, `As known at change ${knownAt}`)
  const on = knownAt.slice(0, 10)
  if (!isDay(on)) return text('按以前所知', 'As known earlier')
  return text(`按 ${formatDay(on, 'zh', 'text')} 所知`, `As known on ${formatDay(on, 'en', 'text')}`)
}

/** What the page says when it does not show today as known today; empty when it does. */
export function momentNotes(moment: Moment): Text[] {
  const notes: Text[] = []
  if (moment.asOf !== moment.today) {
    const on = formatDay(moment.asOf, 'zh', 'text')
    notes.push(text(`按 ${on} 的情况`, `As things stood on ${formatDay(moment.asOf, 'en', 'text')}`))
  }
  if (moment.knownAt) notes.push(knownAtText(moment.knownAt))
  if (moment.structure === 'today') {
    notes.push(text('按今天的归属', 'Placed by today’s structure'))
  }
  if (moment.demo) {
    notes.push(
      text('演示数据，未选日期时用这一天', 'Demonstration data: this day stands in when none is chosen'),
    )
  }
  return notes
}
