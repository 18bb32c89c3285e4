/** The act that is being recorded, of the request itself, of a part, or the assignment of a new one; one at a time. */
export type OpenAct = { readonly id: string; readonly act: string } | null
