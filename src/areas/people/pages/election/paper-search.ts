export const papers = ['list', 'ballot', 'report'] as const
export type PaperKind = (typeof papers)[number]
/** Which paper of an election is printed, and of which round. */
export type PaperSearch = { readonly paper: PaperKind; readonly ballot?: string | undefined }

export function readPaperSearch({ paper, ballot }: Record<string, unknown>): PaperSearch {
  return {
    paper: papers.find((each) => each === paper) ?? 'list',
    ...(typeof ballot === 'string' ? { ballot } : {}),
  }
}
