import { everyField, isMasked, type RecordField, type RecordType } from '../records/record-type.ts'
import { type Text, text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { Keeping } from './retention/keeping.ts'

/** On what ground personal information may be handled: the items of PIPL art. 13 that an office can rest on, and consent (art. 14, 15). */
export const lawfulBases = {
  duty: text(
    '为履行法定职责或者法定义务所必需（个人信息保护法第十三条第一款第三项、第三十四条）',
    'Needed for a statutory duty (PIPL art. 13(1)(3), art. 34)',
  ),
  consent: text(
    '取得个人同意，可以随时撤回（个人信息保护法第十三条第一款第一项、第十五条）',
    'Consent, which can be withdrawn at any time (PIPL art. 13(1)(1), art. 15)',
  ),
  emergency: text(
    '应对突发公共卫生事件或者紧急情况（个人信息保护法第十三条第一款第四项）',
    'A public health emergency, or an emergency to life, health or property (PIPL art. 13(1)(4))',
  ),
  other: text(
    '法律、行政法规规定的其他情形（个人信息保护法第十三条第一款第七项）',
    'Another case that a law or administrative regulation names (PIPL art. 13(1)(7))',
  ),
} satisfies Record<string, Text>

/** What some values about persons are kept for: told to whoever asks, and to the persons themselves (PIPL art. 17, 19, 35). */
export type Purpose = {
  readonly id: string
  readonly name: Text
  readonly basis: keyof typeof lawfulBases
  /** The duty itself, or what the consent is to. */
  readonly ground: Text
  /** Record type → the keys of its fields. */
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Why sensitive values among them are needed, and what that means for the person (PIPL art. 28, 30). */
  readonly necessity?: Text
  readonly retention: Text
  /** Record type → from which day keeping begins to run out; for each type of which an erasure would empty something named above. */
  readonly keeping: Readonly<Record<string, Keeping>>
  readonly recipients: Text
  /** What persons are told, and since when this text holds. */
  readonly notice: { readonly version: number; readonly since: Day; readonly text: Text }
}

/** Whether a field tells of a person by itself: what is masked, and a name. */
export const isPersonal = (field: RecordField): boolean => isMasked(field) || field.identifies === true

/** @throws Error for a personal value that serves no purpose, for a purpose that names no field, or is not fully told */
export function checkPurposes(types: Iterable<RecordType>, purposes: readonly Purpose[]): void {
  const known = new Map([...types].map((type) => [type.id, type]))
  const wrong: string[] = []
  for (const { id, fields, necessity, keeping } of purposes) {
    const sensitive = Object.entries(fields).flatMap(([of, keys]) => {
      const type = known.get(of)
      const found = keys.map((key) => type && everyField(type).find((field) => field.key === key))
      if (found.some((field) => field && isPersonal(field)) !== of in keeping)
        wrong.push(
          `purpose ${id}: from which day ${of} is kept no more has to be said where, and only where, something can be erased`,
        )
      wrong.push(
        ...keys.filter((_, nth) => !found[nth]).map((key) => `purpose ${id}: there is no field ${of} ${key}`),
      )
      return found.filter((field) => field?.class === 'sensitive')
    })
    if (sensitive.length > 0 && !necessity) wrong.push(`purpose ${id}: why are sensitive values needed?`)
  }
  if (new Set(purposes.map(({ id }) => id)).size < purposes.length) wrong.push('two purposes share an id')
  for (const type of known.values()) {
    const served = new Set(purposes.flatMap(({ fields }) => fields[type.id] ?? []))
    for (const field of everyField(type))
      if (isPersonal(field) && !served.has(field.key))
        wrong.push(`${type.id}: no purpose for the ${field.class} value ${field.key}`)
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}
