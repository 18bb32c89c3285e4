import type { OrganisationKind } from '../terms.ts'

/** Set up for a project or task: they end with it, hold no election and keep no affiliation. */
export const temporaryKinds: readonly OrganisationKind[] = ['911', '921', '931', '932']
