import { anchorsIn, readAnchors } from '../audit/anchors.ts'
import { silent, verify } from '../audit/verify.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { KeptBackup } from './backup-folder.ts'
import { type Beside, type BesideOptions, buildBeside, type RestorePhase } from './beside.ts'
import type { Proof } from './proof.ts'

export type DrillOptions = Omit<BesideOptions, 'target' | 'unaided' | 'onProgress'> & {
  readonly onProgress?: (phase: RestorePhase | 'verifying', handled: number, total: number) => void
}

/**
 * Restores a backup beside the data directory, compares every table, verifies the chain and the seals, and throws it all away.
 * @throws Refusal with what does not hold
 */
export async function drill(
  backup: KeptBackup,
  options: DrillOptions,
): Promise<Pick<Proof, 'tables' | 'events' | 'changes'>> {
  const beside = await buildBeside(backup, { ...options, target: { kind: 'backup' }, unaided: true })
  try {
    return { tables: beside.compared, ...(await verifyBeside(beside, options)) }
  } finally {
    await beside.giveUp()
  }
}

async function verifyBeside(
  { config, data, manifest }: Beside,
  { open, onProgress = () => undefined }: DrillOptions,
): Promise<{ events: number; changes: number }> {
  const database = await open({ admin: config, database: manifest.database, data })
  try {
    const anchors = await readAnchors(anchorsIn(data.root))
    const { rows } = await database.pool.query<{ office: number }>(
      'select distinct office_id as office from access.account',
    )
    const found = { events: 0, changes: 0 }
    let done = 0
    for (const { office } of rows) {
      const { faults, events, changes } = await verify(database, office, anchors, {
        ...silent,
        table: (_name, of) => {
          done += 1
          onProgress('verifying', done, of)
        },
      })
      if (faults[0]) throw doesNotHold(manifest.name, faults.length, faults[0].words)
      found.events += Number(events)
      found.changes += changes
    }
    return found
  } finally {
    await database.close()
  }
}

const doesNotHold = (name: string, faults: number, first: { zh: string; en: string }) =>
  new Refusal(
    'INVALID',
    text(
      `备份 ${name} 恢复后，审计链或封存有${faults}处不符，第一处：${first.zh}`,
      `After restoring ${name}, ${faults} things do not hold in the chain or its seals; the first: ${first.en}`,
    ),
    { name, faults },
  )
