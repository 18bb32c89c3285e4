import { connect } from '../../../platform/web/rpc/connect.ts'
import type { enterpriseContract } from '../contract.ts'

export const server = connect<{ enterprise: typeof enterpriseContract }>()
