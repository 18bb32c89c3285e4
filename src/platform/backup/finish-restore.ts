import { type Anchor, anchorsIn, readAnchors } from '../audit/anchors.ts'
import { appendEvent } from '../audit/append-event.ts'
import type { Origin } from '../audit/origin.ts'
import { asked, type Beside } from './beside.ts'
import { folderAround, type Target } from './choose-backup.ts'
import { type KeptBackup, logFolder } from './backup-folder.ts'
import { appendErasures, erasuresIn, journalIn, readJournal } from './erasure-journal.ts'
import { keepAncestors, readAncestors, readLineage } from './lineage.ts'
import { carryProofs } from './proofs.ts'
import { repeatErasures } from './repeat-erasures.ts'

/** Who restores and why, for the chain of the restored office. */
export type RestoreBy = {
  readonly origin: Origin
  readonly reason: string | null
  /** Who asked and who agreed, where it took several. */
  readonly details: Readonly<Record<string, string>>
}

export type Finishing = {
  /** The data directory that gives way. */
  readonly root: string
  readonly target: Target
  readonly by: RestoreBy
}

export type Erasures = { readonly journal: boolean; readonly repeated: number }

/** What takes the place of the data directory: a backup, or what was set aside. */
export type RestoredFrom = {
  readonly name: string
  /** The moment that it holds, ISO 8601; null for data that were set aside. */
  readonly at: string | null
  readonly lineage: string | null
  /** Journals that can know of erasures since: a backup's own copy cannot. */
  readonly journals: readonly string[]
}

/**
 * The last thing to what was built beside, once nobody works any more on what it replaces: empties what was erased since, ends every
 * session and every request for a restore, says in the chain of each office that it was restored, and brings its files to rest.
 */
export async function finishRestore(
  { config, data, stop }: Pick<Beside, 'config' | 'data' | 'stop'>,
  from: RestoredFrom,
  { root, target, by }: Finishing,
): Promise<Erasures> {
  const journals = await Promise.all(from.journals.map(readJournal))
  const entries = journals.flatMap((journal) => journal ?? [])
  const repeated = await repeatErasures(config, entries)
  await appendErasures(journalIn(data.root), [...entries, ...(await asked(config, erasuresIn))])
  const givenUp = await readAnchors(anchorsIn(root))
  await asked(config, async (client) => {
    await client.query('begin')
    // Whoever was dismissed since the moment may have been signed in then, and what was agreed to then is over.
    await client.query('delete from access.session')
    await client.query('update platform.restore_request set ended_at = now() where ended_at is null')
    const { rows } = await client.query<{ office: number }>('select office_id as office from platform.office')
    for (const { office } of rows)
      await appendEvent(client, office, {
        ...by.origin,
        kind: 'act',
        act: 'backup.restored',
        subject: { type: 'backup', id: from.name },
        reason: by.reason,
        details: {
          ...by.details,
          ...(from.at && { asOf: from.at }),
          upTo: target.kind === 'moment' ? target.at : target.kind,
          erasedAgain: String(repeated),
          ...endOf(givenUp, office),
        },
      })
    await client.query('commit')
  })
  await keepAncestors(data.root, root, from.lineage)
  await carryProofs(root, data.root)
  await stop()
  return { journal: journals.some((journal) => journal !== null), repeated }
}

/**
 * What a backup is restored from: its log beside it, and the replaced data directory where it is of the same installation or came from
 * it by restores: what was erased after these stands in its journal alone.
 */
export async function fromBackup(backup: KeptBackup, root: string): Promise<RestoredFrom> {
  const { name, at, lineage } = backup.manifest
  const beside = journalIn(logFolder(folderAround(backup), lineage))
  const related = [await readLineage(root), ...(await readAncestors(root))].includes(lineage)
  return { name, at, lineage, journals: related ? [beside, journalIn(root)] : [beside] }
}

/** The end of the chain that is given up, as it was anchored last: it stays readable in what is set aside. */
function endOf(anchors: readonly Anchor[], office: number): Record<string, string> {
  const last = anchors.findLast((anchor) => anchor.office === office)
  return last ? { givenUpEvent: last.event, givenUpHash: last.hash } : {}
}
