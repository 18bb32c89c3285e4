import { scopeWithin } from '../areas/organisation/index.ts'
import { holdingKey } from '../areas/people/index.ts'
import type { AreaFunctions } from '../platform/access/counting-grants.ts'

/** What the areas tell the kernel when somebody signs in: which places a role covers, and whether a post is held. */
export const areaFunctions = { placesWithin: scopeWithin, holdingKey } satisfies AreaFunctions
