import { enterpriseContract } from '../areas/enterprise/contract.ts'
import { organisationContract } from '../areas/organisation/contract.ts'
import { peopleContract } from '../areas/people/contract.ts'
import { accessContract } from '../platform/access/contract.ts'
import { backupContract } from '../platform/backup/contract.ts'
import { auditContract } from '../platform/audit/contract.ts'
import { figuresContract } from '../platform/figures/contract.ts'
import { clearExportsContract } from '../platform/ledgers/clear/contract.ts'
import { ledgersContract } from '../platform/ledgers/contract.ts'
import { personalContract } from '../platform/personal/contract.ts'
import { apartContract } from '../platform/records/apart/contract.ts'
import { retentionContract } from '../platform/personal/retention/contract.ts'
import { bulkContract } from '../platform/records/bulk/contract.ts'
import { recordsContract } from '../platform/records/contract.ts'
import { copyContract } from '../platform/records/copy/contract.ts'
import { deedsContract } from '../platform/records/deeds/contract.ts'
import { mergeContract } from '../platform/records/merge/contract.ts'
import { versionsContract } from '../platform/records/versions/contract.ts'

/** Everything that the program answers over HTTP. */
export const contract = {
  figures: figuresContract,
  records: recordsContract,
  deeds: deedsContract,
  bulk: bulkContract,
  merge: mergeContract,
  apart: apartContract,
  versions: versionsContract,
  copies: copyContract,
  access: accessContract,
  backup: backupContract,
  audit: auditContract,
  ledgers: ledgersContract,
  clearExports: clearExportsContract,
  personal: personalContract,
  retention: retentionContract,
  organisation: organisationContract,
  people: peopleContract,
  enterprise: enterpriseContract,
}

export type Contract = typeof contract
