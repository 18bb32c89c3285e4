import { expect, it } from 'vitest'
import { quanzhouClockSet } from './clock-set.ts'

it('is the Quanzhou model, each clock with its basis', () => {
  const { clocks, extension } = quanzhouClockSet
  const lengths = Object.entries(clocks).map(([step, { amount, unit }]) => [step, amount, unit])
  expect(lengths).toEqual([
    ['assign', 0, 'workingDay'],
    ['object', 1, 'workingDay'],
    ['settle', 0, 'workingDay'],
    ['assist', 3, 'workingDay'],
    ['lead', 7, 'workingDay'],
  ])
  expect(extension.workingDaysBefore).toBe(1)
  for (const { basis } of [...Object.values(clocks), extension]) {
    expect(basis.zh).toContain('泉州')
    expect(basis.en).toContain('Quanzhou')
  }
})
