export { moneyInCapitals } from './capitals.ts'
export { type CheckedCitizenId, type CitizenId, checkCitizenId, type Sex } from './citizen-id.ts'
export { type CheckedCreditCode, type CreditCode, checkCreditCode, makeCreditCode } from './credit-code.ts'
export {
  addDays,
  addMonths,
  addYears,
  compareDays,
  completedYears,
  type Day,
  day,
  daysBetween,
  firstOfMonth,
  firstOfYear,
  formatDay,
  isDay,
  lastOfMonth,
  today,
} from './day.ts'
export {
  formatMu,
  formatSquareMetres,
  type LandArea,
  landArea,
  landFromMu,
  landFromSquareMetres,
} from './land.ts'
export { type Fen, fen, fenFromYuan, formatMoney, type MoneyUnit, moneyUnits } from './money.ts'
export { normaliseName } from './names.ts'
export {
  formatPeriod,
  inPeriod,
  type Month,
  monthOf,
  monthsOf,
  type Period,
  parsePeriod,
  periodCode,
  previousPeriod,
} from './period.ts'
export { compareByPinyin, type Pinyin, type PinyinOptions, pinyinOf, pinyinSortKey } from './pinyin.ts'
export { inForce, intersect, isSpell, overlaps, type Spell, spell, spellDays } from './spell.ts'
