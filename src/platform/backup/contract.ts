import * as z from 'zod'
import { procedure, textSchema } from '../rpc/procedure.ts'

const manage = (audit: 'act' | 'none', ...fields: string[]) =>
  procedure({ permission: 'backup.keep', scope: 'none', audit, fields })

const backupSchema = z.object({
  name: z.string(),
  /** The moment that it holds, ISO 8601. */
  at: z.string(),
  /** Bytes on the disk. */
  bytes: z.number(),
  enciphered: z.boolean(),
  /** How many tables were counted, to be compared when it is restored; null where somebody wrote without a pause. */
  tables: z.number().int().nullable(),
})

export const backupStatusSchema = z.object({
  /** Null where `DATABASE_URL` names a server, which looks after its own backups. */
  kept: z
    .object({
      folder: z.string(),
      /** A broken disk would take both along. */
      sameDisk: z.boolean(),
      enciphered: z.boolean(),
      keep: z.number().int(),
      /** ISO 8601; null where none is made by itself. */
      next: z.string().nullable(),
      /** Newest first. */
      backups: z.array(backupSchema),
      failure: z.object({ at: z.string(), words: textSchema }).nullable(),
    })
    .nullable(),
  /** What is being made now. */
  work: z
    .object({
      phase: z.enum(['copying', 'counting', 'checking']),
      handled: z.number(),
      total: z.number(),
    })
    .nullable(),
})

export type BackupStatus = z.output<typeof backupStatusSchema>
export type ListedBackup = z.output<typeof backupSchema>

/** What the administrator of the system sees and does of backups. */
export const backupContract = {
  status: manage('none', 'kept', 'work')
    .route({ method: 'GET', path: '/backups', summary: 'The backups there are, and the next' })
    .output(backupStatusSchema),
  begin: manage('act', 'begun')
    .route({ method: 'POST', path: '/backups', summary: 'Begin a backup now; its progress is in the status' })
    .output(z.object({ begun: z.boolean() })),
}
