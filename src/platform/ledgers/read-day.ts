import { toHalfWidth } from '../values/half-width.ts'
import { type Day, isDay } from '../values/day.ts'

const written = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/
const eightDigits = /^(\d{4})(\d{2})(\d{2})$/
const firstSerial = Date.UTC(1899, 11, 30)

/**
 * A day as people write it: 2018-06-30, 2018/6/30, 2018.6.30, 2018年6月30日, 20180630, a date cell, or the number of days that Excel
 * keeps for one (from 1 March 1900; ECMA-376 part 1 §18.17.4.1). Null for anything else; a time of day is dropped.
 */
export function readDay(value: string | number | boolean | Date): Day | null {
  if (typeof value === 'boolean') return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : asDay(value.toISOString().slice(0, 10))
  const folded = typeof value === 'number' ? String(value) : toHalfWidth(value).trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+Z?)?$/, '')
  const parts = written.exec(folded) ?? eightDigits.exec(folded)
  if (parts) return asDay(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`)
  const serial = /^\d{2,6}(\.\d+)?$/.test(folded) ? Math.floor(Number(folded)) : 0
  if (serial <= 60) return null
  return asDay(new Date(firstSerial + serial * 86_400_000).toISOString().slice(0, 10))
}

function asDay(value: string): Day | null {
  return isDay(value) ? value : null
}
