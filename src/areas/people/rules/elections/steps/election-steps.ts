/** The steps of a Party election in their order; every one of them is an act of the record. */
export const electionSteps = [
  'planned',
  'requested',
  'approved',
  'candidates_requested',
  'candidates_approved',
  'held',
  'reported',
  'confirmed',
] as const
export type ElectionStep = (typeof electionSteps)[number]

/** Those that are a document of somebody: a number belongs to each. */
export const stepsWithDocument: readonly ElectionStep[] = [
  'requested',
  'approved',
  'candidates_requested',
  'candidates_approved',
  'reported',
]
