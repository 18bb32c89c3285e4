import { callerOf } from '../rpc/server/context.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { auditContract } from './contract.ts'
import { eventsCsv } from './events-csv.ts'
import { type AuditWords, listEvents } from './list-events.ts'

const mostExported = 50_000

/** The audit administrator sees the events of the whole office, and no record. */
export function auditProcedures(words: AuditWords) {
  const os = implementer(auditContract)
  return {
    events: os.events.handler(async ({ input: { limit, cursor, ...asked }, context }) => {
      const events = await listEvents(words, callerOf(context).office, asked, { before: cursor, limit })
      return { events, nextCursor: events.length === limit ? (events.at(-1)?.event ?? null) : null }
    }),
    exportEvents: os.exportEvents.handler(async ({ input: { language, ...asked }, context }) => {
      const events = await listEvents(words, callerOf(context).office, asked, { limit: mostExported + 1 })
      if (events.length > mostExported) throw new Refusal('INVALID', tooMany, { most: mostExported })
      return new File(
        [eventsCsv(events, language)],
        language === 'zh' ? '审计事件.csv' : 'audit-events.csv',
        {
          type: 'text/csv',
        },
      )
    }),
  }
}

const tooMany = text(
  `符合条件的事件超过${mostExported}条，请缩短起止日期后再导出。`,
  `More than ${mostExported} events meet the conditions. Shorten the time and export again.`,
)
