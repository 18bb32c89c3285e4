import { connect } from '../../../../platform/web/rpc/connect.ts'
import type { peopleContract } from '../../contract.ts'

export const server = connect<{ people: typeof peopleContract }>()
