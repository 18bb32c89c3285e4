import { read } from '../../platform/db/transaction.ts'
import { resolveNode } from '../../platform/figures/hierarchy.ts'
import { resolveKnown } from '../../platform/figures/resolve.ts'
import type { CountedFile } from '../../platform/ledgers/counted-workbook.ts'
import { exportLedger as exportWorkbook } from '../../platform/ledgers/export-ledger.ts'
import { languages, text } from '../../platform/text.ts'
import { day, today } from '../../platform/values/day.ts'
import { officeName } from '../found-office.ts'
import {
  appendExport,
  type Command,
  commandActor,
  complain,
  fromCaller,
  parse,
  wholeOffice,
  withProgram,
} from './command.ts'
import { ledgerNamed } from './ledger-named.ts'
import { oneOf } from './one-of.ts'

const usage =
  './xiaoma export LEDGER [--place CODE] [--as-of DAY] [--known-at MOMENT] [--out FILE.xlsx] [--language zh|en]'

/** Writes the records of a ledger as a workbook that can be imported again. */
export const exportLedger: Command = async (args) => {
  const options = {
    place: { type: 'string' },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  } as const
  const { values, positionals } = parse(args, options, usage)
  const language = oneOf('language', values.language, languages)
  return await withProgram(async (program) => {
    const { database, records, ledgers } = program
    const ledger = ledgerNamed(ledgers, positionals[0], usage)
    const asOf = values['as-of'] ? day(values['as-of']) : null
    const known = await resolveKnown({ database }, wholeOffice, values['known-at'])
    const office = (await officeName(database)) ?? text('本街道', 'This office')
    const path = fromCaller(values.out ?? `${ledger.sheet[language]}-${asOf ?? today()}.xlsx`)
    await appendExport(program, ledger.id, {
      file: path,
      asOf,
      knownAt: values['known-at'],
      node: values.place,
    })
    const { rows } = await read<unknown, CountedFile>(
      database,
      wholeOffice,
      async (reader) => {
        const node = values.place
          ? await resolveNode(reader, records.place, values.place, asOf ?? today())
          : null
        const knownAt = known === null ? '' : String(known)
        const by = commandActor().name
        const asked = { language, node, asOf, knownAt, office, by, on: today() }
        return await exportWorkbook(reader, records.engine, ledger, asked, path)
      },
      known,
    )
    complain(`${rows}条已写入 ${path}`, `${rows} records written to ${path}`)
    return 0
  })
}
