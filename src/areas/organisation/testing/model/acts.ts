import type { ModelType, Values } from './life.ts'

export type ModelMove = { type: ModelType; id: string; on: string; to: string | null }
/** Several records at once; `about` says of which type they are. */
export type DeedAct = {
  do: 'deed'
  about: 'organisation' | 'place'
  kind: 'merge' | 'absorb' | 'split' | 'divide' | 'dissolve'
  day: string
  ending: string[]
  lasting: string[]
  beginning: { name: string; sets: Values; header: Values }[]
  moves: ModelMove[]
}

/** One thing that a person does in the office, said with ids: the same for the product and for the model. */
export type Act =
  | { do: 'establish'; type: ModelType; day: string; sets: Values; header: Values }
  | { do: 'happen'; type: ModelType; id: string; event: string; day: string; sets: Values }
  | { do: 'correct'; type: ModelType; id: string; at: number; day?: string; sets: Values; neverWas: boolean }
  | { do: 'correct-header'; type: ModelType; id: string; header: Values }
  | { do: 'remove'; type: ModelType; id: string }
  | { do: 'erase'; type: ModelType; id: string }
  | DeedAct
  | { do: 'correct-deed'; deed: string; day?: string; neverWas: boolean }

/** What an act brought about: the id of its record, or of the deed with those that it began, by name. */
export type Done = { readonly id: string; readonly begun?: Readonly<Record<string, string>> }
