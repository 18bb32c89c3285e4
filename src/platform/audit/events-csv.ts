import { type Language, text } from '../text.ts'
import type { AuditEventView } from './contract.ts'
import { kindWords } from './kind-words.ts'

const headings = [
  text('事件号', 'Event'),
  text('时间', 'Time'),
  text('种类', 'Kind'),
  text('操作', 'Act'),
  text('账号', 'Account'),
  text('姓名', 'Name'),
  text('角色', 'Roles'),
  text('对象', 'Subject'),
  text('对象编号', 'Subject id'),
  text('变更号', 'Change'),
  text('理由', 'Reason'),
  text('来源地址', 'Address'),
  text('详情', 'Details'),
]

/** Events as CSV (RFC 4180) with a byte-order mark, as office programs open it. No cell becomes a formula. */
export function eventsCsv(events: readonly AuditEventView[], language: Language): string {
  const lines = events.map((event) => [
    event.event,
    event.at,
    kindWords[event.kind][language],
    event.act,
    event.actor.id,
    event.actor.name,
    event.roles.map((role) => role[language]).join(' '),
    event.subject?.type[language] ?? '',
    event.subject?.id ?? '',
    event.change ?? '',
    event.reason ?? '',
    event.address ?? '',
    Object.keys(event.details).length === 0 ? '' : JSON.stringify(event.details),
  ])
  const rows = [headings.map((heading) => heading[language]), ...lines]
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell that a table program would reckon out is led by an apostrophe. */
const cell = (value: string) =>
  `"${(/^[=+\-@\t\r]/.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`
