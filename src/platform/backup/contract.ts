import * as z from 'zod'
import { procedure, textSchema } from '../rpc/procedure.ts'
import { proofSchema } from './proof.ts'
import { restoreContract } from './restore-contract.ts'

const manage = (audit: 'act' | 'none', ...fields: string[]) =>
  procedure({ permission: 'backup.keep', scope: 'none', audit, fields })
const named = z.object({ name: z.string() })
const begun = z.object({ begun: z.boolean() })

const backupSchema = z.object({
  name: z.string(),
  /** The moment that it holds, ISO 8601. */
  at: z.string(),
  /** Bytes on the disk. */
  bytes: z.number(),
  enciphered: z.boolean(),
  /** How many tables were counted, to be compared when it is restored; null where somebody wrote without a pause. */
  tables: z.number().int().nullable(),
  /** Of before a restore: it is kept until somebody removes it. */
  earlier: z.boolean(),
  /** When it was tried last, and how it stood it. */
  proof: proofSchema.nullable(),
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
      /** When a backup was last restored on trial and compared. */
      drilled: proofSchema.nullable(),
      /** Folders with what restores set aside. */
      aside: z.array(z.string()),
    })
    .nullable(),
  /** What is under way now. */
  work: z
    .object({
      kind: z.enum(['backup', 'check', 'drill', 'restore']),
      /** Which backup it is about; null while one is being made. */
      backup: z.string().nullable(),
      phase: z.enum(['copying', 'counting', 'checking', 'replaying', 'comparing', 'verifying']),
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
    .output(begun),
  check: manage('act', 'begun')
    .route({ method: 'POST', path: '/backups/{name}/check', summary: 'Read every file of a backup back' })
    .input(named)
    .output(begun),
  drill: manage('act', 'begun')
    .route({
      method: 'POST',
      path: '/backups/{name}/drill',
      summary: 'Restore a backup on trial, compare and verify it, and throw it away',
    })
    .input(named)
    .output(begun),
  stop: manage('act', 'stopped')
    .route({ method: 'POST', path: '/backups/stop', summary: 'Stop what is under way' })
    .output(z.object({ stopped: z.boolean() })),
  ...restoreContract,
}
