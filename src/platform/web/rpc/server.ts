import type { accessContract } from '../../access/contract.ts'
import type { backupContract } from '../../backup/contract.ts'
import type { auditContract } from '../../audit/contract.ts'
import type { figuresContract } from '../../figures/contract.ts'
import type { clearExportsContract } from '../../ledgers/clear/contract.ts'
import type { ledgersContract } from '../../ledgers/contract.ts'
import type { personalContract } from '../../personal/contract.ts'
import type { retentionContract } from '../../personal/retention/contract.ts'
import type { recordsContract } from '../../records/contract.ts'
import type { apartContract } from '../../records/apart/contract.ts'
import type { bulkContract } from '../../records/bulk/contract.ts'
import type { copyContract } from '../../records/copy/contract.ts'
import type { deedsContract } from '../../records/deeds/contract.ts'
import type { mergeContract } from '../../records/merge/contract.ts'
import type { versionsContract } from '../../records/versions/contract.ts'
import { connect } from './connect.ts'

/** The procedures that every office has, whatever its areas. */
export const server = connect<{
  access: typeof accessContract
  backup: typeof backupContract
  audit: typeof auditContract
  deeds: typeof deedsContract
  bulk: typeof bulkContract
  merge: typeof mergeContract
  apart: typeof apartContract
  versions: typeof versionsContract
  copies: typeof copyContract
  figures: typeof figuresContract
  ledgers: typeof ledgersContract
  clearExports: typeof clearExportsContract
  personal: typeof personalContract
  retention: typeof retentionContract
  records: typeof recordsContract
}>()
