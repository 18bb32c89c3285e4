import { requestContract } from './request-contract.ts'

export const enterpriseContract = { ...requestContract }
