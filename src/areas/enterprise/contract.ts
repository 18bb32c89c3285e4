import { driveContract } from './drive-contract.ts'
import { requestContract } from './request-contract.ts'
import { zoneContract } from './zone-contract.ts'

export const enterpriseContract = {
  ...driveContract,
  ...zoneContract,
  ...requestContract,
}
