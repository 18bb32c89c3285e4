export type FigureDimension = 'place' | 'month' | 'kind'

export function figureDimension(value: unknown): FigureDimension | undefined {
  return value === 'place' || value === 'month' || value === 'kind' ? value : undefined
}
