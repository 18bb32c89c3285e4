import { zoneContract } from './zone-contract.ts'

export const enterpriseContract = { ...zoneContract }
