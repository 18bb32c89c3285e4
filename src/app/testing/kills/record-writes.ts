import { newId } from '../../../platform/db/id.ts'
import { addDays, type Day, day } from '../../../platform/values/day.ts'
import type { Client } from '../client.ts'
import type { Book, Kept, Known } from './book.ts'
import type { Write } from './write.ts'

export const organisation = 'organisation.party_organisation'
const records = `/records/${organisation}`

/** Where new organisations stand: ids, and the codes that a workbook names. */
export type Ground = {
  readonly parent: string
  readonly parentCode: string
  readonly seat: string
  readonly seatCode: string
}

/** All events lie in one year, so that its flows count them all. */
export const year = { first: day('2020-01-01'), last: day('2020-12-31') }
const dayOf = (event: number): Day => addDays(year.first, event * 3)
const mostEvents = 100

export const isOpen = ({ dissolved, events }: Kept): boolean => !dissolved && events < mostEvents

type Sent = { readonly what: string; readonly path: string; readonly body: object; readonly events: number }

function posted({ what, path, body, events }: Sent, land: Write['land']): Write {
  const key = newId()
  const send = (client: Client) => client.post(path, { ...body, idempotencyKey: key })
  return { what, key, records: 1, events, send, again: send, land }
}

export function establish(book: Book, ground: Ground, code: string): Write {
  const name = `党支部${code}`
  const sets = { name, kind: '631', founded_in: 'compound', parent_id: ground.parent, seat_id: ground.seat }
  const body = { act: 'established', onDate: dayOf(0), header: { code }, sets }
  return posted({ what: 'establish', path: `${records}/events`, body, events: 1 }, (answer, version) => {
    const id = answer.body['id'] as string
    book.kept.set(code, { id, code, name, contact: null, version, events: 1, dissolved: false })
  })
}

export function rename(book: Book, kept: Known): Write {
  const { id, version, events } = kept
  const name = `更名${events}${kept.code}`
  const body = { id, version, act: 'renamed', onDate: dayOf(events), sets: { name } }
  return posted({ what: 'rename', path: `${records}/events`, body, events: 1 }, (_, change) => {
    book.kept.set(kept.code, { ...kept, name, version: change, events: events + 1 })
  })
}

export function dissolve(book: Book, kept: Known): Write {
  const { id, version, events } = kept
  const body = { id, version, act: 'dissolved', onDate: dayOf(events), sets: {} }
  return posted({ what: 'dissolve', path: `${records}/events`, body, events: 1 }, (_, change) => {
    book.kept.set(kept.code, { ...kept, version: change, events: events + 1, dissolved: true })
  })
}

export function correctContact(book: Book, kept: Known): Write {
  const { id, version } = kept
  const contact = `联系人${version}`
  const body = { version, reason: '核对登记表', header: { contact_name: contact } }
  return posted({ what: 'correct', path: `${records}/${id}/corrections`, body, events: 0 }, (_, change) => {
    book.kept.set(kept.code, { ...kept, contact, version: change })
  })
}

export function neverWas(book: Book, kept: Known): Write {
  const { id, version } = kept
  const body = { version, reason: '重复登记' }
  return posted({ what: 'remove', path: `${records}/${id}/removal`, body, events: 0 }, () => {
    book.kept.delete(kept.code)
    book.gone.add(id)
  })
}
