import { ORPCError } from '@orpc/client'
import { type Text, text } from '../../text.ts'

/** What went wrong, as shown: the server's own words where it gave any. */
export type Problem = {
  /** A code of the contract, `OFFLINE` when no answer came, `UNKNOWN` for anything else. */
  readonly code: string
  readonly words: Text
  readonly details: Readonly<Record<string, unknown>>
}

function isText(value: unknown): value is Text {
  return isObject(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ORPCError) {
    const data: unknown = error.data
    if (isObject(data) && isText(data['words'])) {
      return {
        code: error.code,
        words: data['words'],
        details: isObject(data['details']) ? data['details'] : {},
      }
    }
    const status = error.status
    return {
      code: error.code,
      words: text(
        `服务器没有完成这一操作（${status}）。请稍后再试；仍不行，请把时间和操作告诉管理员。`,
        `The server did not do this (${status}). Try again later; if it persists, tell the administrator when and what.`,
      ),
      details: {},
    }
  }
  if (error instanceof TypeError) {
    return {
      code: 'OFFLINE',
      words: text(
        '连不上服务器，什么也没有改变。请检查网络后重试。',
        'The server cannot be reached and nothing was changed. Check the network and try again.',
      ),
      details: {},
    }
  }
  return {
    code: 'UNKNOWN',
    words: text(
      '页面出错了。请刷新页面后重试。',
      'Something went wrong on this page. Reload it and try again.',
    ),
    details: {},
  }
}
