import type { ValidationError } from '@orpc/server'
import * as z from 'zod'
import { Refusal } from '../../refusal.ts'
import { type Text, text } from '../../text.ts'

const sayChinese = z.locales.zhCN().localeError
const sayEnglish = z.locales.en().localeError
/** Values that must not be repeated, wherever they stand in an input. */
const secret = /password|^current$|^next$|token|secret/i
const shownLength = 40
const shownIssues = 20

/** An input that its schema refuses, in words that name each field and the value found in it. */
export function inputRefusal(error: ValidationError): Refusal {
  const issues = error.issues.slice(0, shownIssues).map((issue) => {
    const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))
    const found = path.some((part) => secret.test(part)) ? '***' : shown(valueAt(error.data, path))
    return { field: path.join('.'), value: found, words: reason(issue) }
  })
  const lines = (language: 'zh' | 'en', word: string, none: string) =>
    issues
      .map((issue) => `${word}${issue.field || none}（${issue.value}）：${issue.words[language]}`)
      .join('；')
  return new Refusal(
    'INVALID',
    text(
      `填写有误：${lines('zh', '', '整体')}`,
      `Not valid: ${lines('en', '', 'input').replaceAll('（', ' (').replaceAll('）：', '): ').replaceAll('；', '; ')}`,
    ),
    { issues, count: error.issues.length },
  )
}

function reason(issue: { readonly message: string }): Text {
  const raw = issue as Parameters<typeof sayChinese>[0]
  if (!('code' in raw)) return text(issue.message, issue.message)
  return text(worded(sayChinese(raw), issue.message), worded(sayEnglish(raw), issue.message))
}

function worded(said: ReturnType<typeof sayChinese>, fallback: string): string {
  return (typeof said === 'string' ? said : said?.message) ?? fallback
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    data,
  )
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '—'
  const words = typeof value === 'object' ? '…' : `${value as string | number | boolean | bigint}`
  return words.length > shownLength ? `${words.slice(0, shownLength)}…` : words
}
