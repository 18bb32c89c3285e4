import type { ModelType, Values } from './life.ts'

/** One thing that a person does in the office, said with ids: the same for the product and for the model. */
export type Act =
  | { do: 'establish'; type: ModelType; day: string; sets: Values; header: Values }
  | { do: 'happen'; type: ModelType; id: string; event: string; day: string; sets: Values }
  | { do: 'correct'; type: ModelType; id: string; at: number; day?: string; sets: Values; neverWas: boolean }
  | { do: 'correct-header'; type: ModelType; id: string; header: Values }
  | { do: 'remove'; type: ModelType; id: string }
  | { do: 'erase'; type: ModelType; id: string }
