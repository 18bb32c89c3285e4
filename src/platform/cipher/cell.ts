/** Where a value belongs; moved to another place, it does not open. */
export type Cell = {
  readonly office: number
  /** `<area>.<name>` */
  readonly table: string
  readonly column: string
  readonly record: string
}
