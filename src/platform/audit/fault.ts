import { type Text, text } from '../text.ts'

/** Something that does not hold: an event, or the rows of a change in a table. Numbers are decimal text. */
export type Fault = {
  readonly words: Text
  readonly event?: string | undefined
  readonly change?: string | undefined
  readonly table?: string | undefined
  /** Ids of records whose rows belong there, the first twenty: one of them was altered, or one is missing or too many. */
  readonly records?: readonly string[] | undefined
}

export const eventFault = (event: string, words: Text): Fault => ({ event, words })

export const altered = (event: string) =>
  eventFault(event, text(`第${event}号事件与其校验值不符。`, `Event ${event} is not what its hash says.`))
export const missingEvents = (before: string, event: string) =>
  eventFault(
    event,
    text(
      `第${before}号事件之后紧接着第${event}号，其间的事件缺失。`,
      `Event ${before} is followed by event ${event}: what lay between is missing.`,
    ),
  )
export const alteredSeals = (event: string) =>
  eventFault(
    event,
    text(
      `第${event}号事件的数据摘要被改动过。`,
      `The digests that event ${event} carries are not those that it was made with.`,
    ),
  )
export const strayHead = (head: string, last: string) =>
  eventFault(
    head,
    text(
      `链首记为第${head}号，实际最后一个事件是第${last}号，或其时间、校验值不同。`,
      `The head of the chain says event ${head}; the last one is ${last}, or has another moment or hash.`,
    ),
  )
export const offAnchor = (event: string, at: string) =>
  eventFault(
    event,
    text(
      `${at} 存证的第${event}号事件已不在链中，或校验值不同：链尾被截断，或整条链被重写。`,
      `Event ${event}, anchored at ${at}, is not there or has another hash: the chain was cut or made anew.`,
    ),
  )
export const wrongReseal = (event: string, change: string, table: string): Fault => ({
  event,
  change,
  table,
  words: text(
    `第${event}号事件替换了变更${change}在 ${table} 的摘要，但没有相应的依法删除，或动了个人信息以外的内容。`,
    `Event ${event} replaces the digest of change ${change} in ${table} without an erasure that names it, or beyond personal values.`,
  ),
})
export const noSuchTable = (table: string): Fault => ({
  table,
  words: text(
    `有封存摘要属于 ${table}，但没有这个台账表。`,
    `There are seals of ${table}, and no kept table of that name.`,
  ),
})
export const strayOfficeHead = (head: string, last: string): Fault => ({
  change: head,
  words: text(
    `单位记录的最新变更号是${head}，封存的最后一个变更是${last}。`,
    `The office says that its last change is ${head}; the last sealed one is ${last}.`,
  ),
})
export function wrongRows(found: {
  event: string | null
  change: string
  table: string
  sealed: string
  rows: string
  records: readonly string[]
}): Fault {
  const { event, change, table, sealed, rows, records } = found
  const words =
    event === null
      ? text(
          `${table} 中有${rows}行自称属于变更${change}，但没有任何事件封存过它们。`,
          `${rows} rows of ${table} say that they belong to change ${change}, and no event has sealed them.`,
        )
      : text(
          `变更${change}在 ${table} 封存了${sealed}行，现有${rows}行，内容与封存时不符。`,
          `Change ${change} sealed ${sealed} rows in ${table}; the ${rows} that are there are not the same.`,
        )
  return { event: event ?? undefined, change, table, records, words }
}
