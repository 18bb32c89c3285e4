import { type Language, text } from '../text.ts'
import { readDecimal, writeDecimal } from './exact-decimal.ts'

/** An amount of money in fen (0.01 yuan). */
export type Fen = bigint & { readonly __brand: 'Fen' }

export function fen(amount: bigint): Fen {
  return amount as Fen
}

/** '1,234.56' yuan to 123456 fen; full-width digits are read. Throws Refusal INVALID beyond two decimals or 16 digits. */
export function fenFromYuan(value: string): Fen {
  return fen(readDecimal(value, 2, text('金额', 'Amount')))
}

export const moneyUnits = ['yuan', 'wan', 'yi'] as const
export type MoneyUnit = (typeof moneyUnits)[number]

type Writing = { readonly scale: number; readonly leastDecimals: number; readonly unit: string }

// English has no word for 万 and 亿, so their amounts are written in millions and billions, as exactly.
const writings: Readonly<Record<MoneyUnit, Readonly<Record<Language, Writing>>>> = {
  yuan: {
    zh: { scale: 2, leastDecimals: 2, unit: '元' },
    en: { scale: 2, leastDecimals: 2, unit: ' yuan' },
  },
  wan: {
    zh: { scale: 6, leastDecimals: 2, unit: '万元' },
    en: { scale: 8, leastDecimals: 2, unit: ' million yuan' },
  },
  yi: {
    zh: { scale: 10, leastDecimals: 0, unit: '亿元' },
    en: { scale: 11, leastDecimals: 0, unit: ' billion yuan' },
  },
}

/** '1234.56元', '12.3456万元', '220亿元' (no thousands commas, as in 公文); '22 billion yuan'. Never rounded. */
export function formatMoney(amount: Fen, language: Language, unit: MoneyUnit): string {
  const writing = writings[unit][language]
  return writeDecimal(amount, writing.scale, writing.leastDecimals, language === 'en') + writing.unit
}
