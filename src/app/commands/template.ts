import { writeFile } from 'node:fs/promises'
import { templateOf } from '../../platform/ledgers/template.ts'
import { languages } from '../../platform/text.ts'
import { areas } from '../areas.ts'
import { type Command, complain, fromCaller, parse } from './command.ts'
import { ledgerNamed } from './ledger-named.ts'
import { oneOf } from './one-of.ts'

const usage = './xiaoma template LEDGER [--out FILE.xlsx] [--language zh|en]'

/** Writes the empty workbook of a ledger. */
export const template: Command = async (args) => {
  const { values, positionals } = parse(
    args,
    { out: { type: 'string' }, language: { type: 'string' } },
    usage,
  )
  const ledger = ledgerNamed(
    areas.flatMap((area) => area.ledgers),
    positionals[0],
    usage,
  )
  const language = oneOf('language', values.language, languages)
  const path = fromCaller(values.out ?? `${ledger.sheet[language]}.xlsx`)
  await writeFile(path, await templateOf(ledger, language))
  complain(`模板已写入 ${path}`, `The template is at ${path}`)
  return 0
}
