import { toHalfWidth } from '../values/half-width.ts'
import { type Day, isDay } from '../values/day.ts'

const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/
const serialOrigin = Date.UTC(1899, 11, 30)
// 18 May 1927. A smaller number is a year, or a year and month such as 2018.6, and no day.
const leastSerial = 10_000

/**
 * A day as people write it: 2018-06-30, 2018/6/30, 2018.6.30, 2018年6月30日, 20180630, a date cell, or the number of days that Excel
 * keeps for one (since 1899-12-30; ECMA-376 part 1 §18.17.4.1). Null for anything else; a time of day is dropped.
 */
export function readDay(value: string | number | boolean | Date): Day | null {
  if (typeof value === 'boolean') return null
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : asDay(value.toISOString().slice(0, 10))
  const folded =
    typeof value === 'number'
      ? String(value)
      : toHalfWidth(value)
          .trim()
          .replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+Z?)?$/, '')
  const parts = written.exec(folded) ?? eightDigits.exec(folded)
  if (parts) return asDay(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`)
  const serial = /^\d{5,6}(\.\d+)?$/.test(folded) ? Math.floor(Number(folded)) : 0
  if (serial < leastSerial) return null
  return asDay(new Date(serialOrigin + serial * 86_400_000).toISOString().slice(0, 10))
}

function asDay(value: string): Day | null {
  return isDay(value) ? value : null
}
