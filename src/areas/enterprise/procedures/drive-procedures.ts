import type { Database } from '../../../platform/db/database.ts'
import type { Hierarchy } from '../../../platform/figures/hierarchy.ts'
import { readBelow } from '../../../platform/figures/read-below.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { implementer } from '../../../platform/rpc/server/implementer.ts'
import { text } from '../../../platform/text.ts'
import { driveContract } from '../drive-contract.ts'
import { driveCurve } from '../queries/drive-curve.ts'
import { drivesOn } from '../queries/drives-on.ts'

export function driveProcedures(database: Database, place: Hierarchy) {
  const os = implementer(driveContract)
  return {
    drive: os.drive.handler(async ({ input: { drive, ...moment }, context: { scope } }) => {
      const nothing = { drives: [], chosen: null, curve: [] }
      const { result, ...answered } = await readBelow(
        database,
        place,
        scope,
        moment,
        nothing,
        async (reader, { path }, on) => {
          const drives = await drivesOn(reader, on)
          const chosen = drive ? drives.find(({ id }) => id === drive) : drives[0]
          if (drive && !chosen) throw new Refusal('NOT_FOUND', noSuchDrive, { drive })
          if (!chosen) return nothing
          const last = chosen.lastDay < on ? chosen.lastDay : on
          const curve = await driveCurve(reader, path, chosen.id, { first: chosen.launched, last })
          return { drives, chosen: chosen.id, curve }
        },
      )
      return { ...answered, ...result }
    }),
  }
}

const noSuchDrive = text(
  '所选日期之前没有启动这项攻坚行动。请改选日期，或者另选一项行动。',
  'No such drive had been launched by the day chosen. Choose another day or another drive.',
)
