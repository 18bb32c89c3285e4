import { connect } from '../../../platform/web/rpc/connect.ts'
import type { organisationContract } from '../contract.ts'

export const server = connect<{ organisation: typeof organisationContract }>()
