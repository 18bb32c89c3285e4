/** `place`, `month`, `kind`, or a dimension that the figure's rows declare: whichever the figure has is shown. */
export type FigureDimension = string

export function figureDimension(value: unknown): FigureDimension | undefined {
  return typeof value === 'string' && /^[a-z_]{1,60}$/.test(value) ? value : undefined
}
