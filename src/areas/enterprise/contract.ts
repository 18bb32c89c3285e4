import { driveContract } from './drive-contract.ts'
import { zoneContract } from './zone-contract.ts'

export const enterpriseContract = {
  ...driveContract,
  ...zoneContract,
}
