/** The undoing of an import as a client asks for it. */
export type UndoRequest = {
  readonly id: string
  readonly reason: string
  /** The digest of the previewed plan. */
  readonly seen: string
  readonly key: string
}

/** What makes it the same request, so that its answer is found again when the program has forgotten it. */
export const keyedUndo = ({ id, reason, seen, key }: UndoRequest) => ({
  key,
  body: { undo: id, reason, seen },
})
