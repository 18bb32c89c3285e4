/** A question as the model takes it: everything said. `scope` null: the whole office. */
export type Asking = {
  figure: string
  along: 'place' | 'line'
  node: string
  asOf: string
  from: string
  through: string
  structure: 'then' | 'today'
  today: string
  /** Of organisations, those of one kind alone. */
  kind: string | null
  scope: string | null
}
export type CountedRow = {
  record: string
  place: string
  line: string | null
  day: string
  key: string
  kind: string | null
  scope: string | null
}
