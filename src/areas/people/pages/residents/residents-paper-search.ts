export const residentsPapers = ['notice', 'list', 'ballot', 'report'] as const
/** Which paper of a residents' election is printed, and of which round. */
export type ResidentsPaperSearch = {
  readonly paper: (typeof residentsPapers)[number]
  readonly ballot?: string | undefined
}

export function readResidentsPaperSearch({ paper, ballot }: Record<string, unknown>): ResidentsPaperSearch {
  return {
    paper: residentsPapers.find((each) => each === paper) ?? 'notice',
    ...(typeof ballot === 'string' ? { ballot } : {}),
  }
}
