import type { Text } from '../../../../platform/text.ts'
import { type Day, formatDay } from '../../../../platform/values/day.ts'

export const dayWords = (day: Day): Text => ({
  zh: formatDay(day, 'zh', 'text'),
  en: formatDay(day, 'en', 'text'),
})
