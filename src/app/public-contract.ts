import { publicRequestsContract } from '../areas/enterprise/public-contract.ts'

/** Everything that the public host answers: nothing of what the office's own host does. */
export const publicContract = { requests: publicRequestsContract }
