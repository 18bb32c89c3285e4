import { anchorsIn, readAnchors } from '../../platform/audit/anchors.ts'
import type { Fault } from '../../platform/audit/fault.ts'
import { type VerifyProgress, verify as verifyOffice } from '../../platform/audit/verify.ts'
import type { Proof } from '../../platform/backup/proof.ts'
import { readProofs } from '../../platform/backup/proofs.ts'
import { type Text, text } from '../../platform/text.ts'
import { office, type Program } from '../program.ts'
import { type Command, complain, fromCaller, parse, printJson, withProgram } from './command.ts'

const usage = './xiaoma verify [--anchor FILE] [--json]'

/** Checks the chain of events, the seals of all changes and the anchors. Exit code 1 where something does not hold. */
export const verify: Command = async (args) => {
  const { values } = parse(args, { anchor: { type: 'string' }, json: { type: 'boolean' } }, usage)
  const check = async ({ database, data, placement }: Program) => {
    const path = values.anchor ? fromCaller(values.anchor) : anchorsIn(data.root)
    const anchors = await readAnchors(path)
    const checked = await verifyOffice(database, office, anchors, progressLine())
    const { faults, events, changes } = checked
    if (values.json) printJson(checked)
    else for (const fault of faults) process.stdout.write(`${faultLine(fault)}\n`)
    if (checked.anchors === 0)
      complain(
        `${path} 中没有存证：链尾是否被截断、整条链是否被重写，无法核验。`,
        `No anchor in ${path}: whether the chain was cut or made anew cannot be told.`,
      )
    const { zh, en } = outcome(faults.length, events, changes, checked.anchors)
    complain(zh, en)
    if (placement) {
      const drilled = lastDrill(await readProofs(data.root))
      complain(drilled.zh, drilled.en)
    }
    return faults.length === 0 ? 0 : 1
  }
  return await withProgram(check, { asStored: true })
}

const outcome = (faults: number, events: string, changes: number, anchors: number) =>
  faults === 0
    ? text(
        `核验通过：${events}个事件，${changes}个变更，${anchors}条存证。`,
        `All holds: ${events} events, ${changes} changes, ${anchors} anchors.`,
      )
    : text(
        `${events}个事件、${changes}个变更中有${faults}处不符。`,
        `${faults} things do not hold in ${events} events and ${changes} changes.`,
      )

/** Whether a backup was ever proven, for the administrator who looks after this office. */
function lastDrill(proofs: readonly Proof[]): Text {
  const last = proofs.findLast(({ kind, failure }) => kind === 'drill' && failure === null)
  return last
    ? text(
        `最近一次试恢复备份：${last.at}（${last.backup}）。`,
        `A backup was last restored and compared on ${last.at} (${last.backup}).`,
      )
    : text(
        '还没有试恢复过备份。可运行 ./xiaoma drill。',
        'No backup was ever restored and compared. ./xiaoma drill does so.',
      )
}

function faultLine({ words, records = [] }: Fault): string {
  const named = records.length === 0 ? '' : `\n    ${records.join(' ')}`
  return `${words.zh}\n  ${words.en}${named}`
}

/** On a terminal one line that moves; elsewhere silence. */
function progressLine(): VerifyProgress {
  const show = (words: string) => void (process.stderr.isTTY && process.stderr.write(`\r${words}\x1b[K`))
  let done = 0
  return {
    events: (count) => show(`事件 events ${count}`),
    table: (name, of) => {
      done += 1
      show(`${done} / ${of} ${name}${done === of ? '\n' : ''}`)
    },
  }
}
