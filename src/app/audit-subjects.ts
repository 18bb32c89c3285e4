import type { AuditWords } from '../platform/audit/list-events.ts'
import { clearExportsSubject } from '../platform/audit/exports-reaching.ts'
import { inputsOf } from '../platform/figures/figure.ts'
import { everyField, type RecordType } from '../platform/records/record-type.ts'
import { type Text, text } from '../platform/text.ts'
import type { Program } from './program.ts'

type Parts = Pick<Program, 'records' | 'figures' | 'ledgers'>

/** What events are about beside records, in words; and which exports may have held a record of a type. */
export function auditSubjects({
  records,
  figures,
  ledgers,
}: Parts): Pick<AuditWords, 'subjects' | 'exportsReaching'> {
  const { types } = records.engine
  const subjects = new Map<string, Text>([
    ['account', text('账号', 'Account')],
    ['access', text('账号', 'Account')],
    ['ledgers', text('台账导入', 'Import of a ledger')],
    [clearExportsSubject, text('导出个人信息原文', 'Export with personal values in clear')],
    ...ledgers.map(({ id, sheet }): [string, Text] => [id, sheet]),
    ...[...figures.byId.values()].map(({ id, label }): [string, Text] => [id, label]),
  ])
  return {
    subjects,
    exportsReaching: (id) => {
      const type = types.get(id)
      if (!type) return []
      const reaching = [...types.values()].filter((other) => other.id === id || names(other, type))
      const holds = (of: string) => reaching.some((one) => one.id === of)
      const counted = [...figures.byId.values()].filter((figure) =>
        inputsOf(figure).some(({ rows }) => holds(rows.record)),
      )
      const kept = ledgers.filter((ledger) => holds(ledger.type.id))
      return [...reaching, ...kept, ...counted].map((subject) => subject.id)
    },
  }
}

/** A record that names somebody tells who that is; one that names a place or an organisation tells nothing of it worth asking for. */
const names = (other: RecordType, type: RecordType) =>
  type.header.some(({ identifies }) => identifies) &&
  everyField(other).some((field) => field.kind === 'reference' && field.to === type.id)
