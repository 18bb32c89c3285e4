import { randomFrom } from '../demo/random.ts'

/** Of the street (0) and its twenty communities. */
export const placeCode = (n: number) => `3502060050${String(n).padStart(2, '0')}`
/** A street, twenty communities and a thousand compounds, in turn of this community and of that. */
export function placeRows(): Record<string, string>[] {
  const begins = '2003-10-01'
  return [
    { code: placeCode(0), name: '示例街道', kind: '街道', begins },
    ...Array.from({ length: 20 }, (_, n) => ({
      code: placeCode(n + 1),
      name: `社区${n}`,
      kind: '社区',
      parent_id: placeCode(0),
      begins,
    })),
    ...Array.from({ length: 1_000 }, (_, n) => ({
      code: `P-${n}`,
      name: `小区${n}`,
      kind: '小区',
      parent_id: placeCode((n % 20) + 1),
      begins: '2005-01-01',
    })),
  ]
}

/** One in a hundred is a parent of others; one in ten has ended. */
export function organisationRows(rows: number, seed: number): Record<string, string>[] {
  const random = randomFrom(seed)
  const day = (year: number) =>
    `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`
  return Array.from({ length: rows }, (_, n) => ({
    code: `Z-${n}`,
    name: `示例党支部${n}`,
    kind: n % 100 === 0 ? '党总支部' : '党支部',
    founded_in: '小区',
    ...(n % 100 === 0 ? {} : { parent_id: `Z-${n - (n % 100)}` }),
    seat_id: `P-${random.between(0, 999)}`,
    begins: n % 100 === 0 ? '2006-01-01' : day(random.between(2007, 2015)),
    ...(n % 100 !== 0 && random.chance(0.1) ? { ends: day(random.between(2016, 2017)) } : {}),
  }))
}
