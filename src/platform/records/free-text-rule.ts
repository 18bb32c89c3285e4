import { defineRule, type Rule } from '../rules/rule.ts'
import { type Text, text } from '../text.ts'
import { type Day } from '../values/day.ts'
import { type PersonalNumberKind, personalNumbersIn } from '../values/personal-numbers.ts'
import type { Judged } from './behaviour.ts'
import { everyField, isMasked, type RecordField, type RecordType } from './record-type.ts'

const kinds: Readonly<Record<PersonalNumberKind, Text>> = {
  identity: text('公民身份号码', 'an identity number'),
  phone: text('手机号码', 'a mobile telephone'),
  account: text('银行账号', 'a bank account'),
}
const reason = text('事由', 'Reason')
const documentNo = text('文号', 'Document number')

export const freeTextRuleId = 'R-PIPL-NUMBERS'

/** Texts of a record that everybody who sees it reads; the reason and the document number of an event are others. */
export const freeTexts = (type: RecordType): readonly RecordField[] =>
  everyField(type).filter(
    (field) => field.kind === 'text' && !isMasked(field) && !type.naturalKey.includes(field.key),
  )

/** Numbers that tell of a person stand in fields of their own, where they are masked: not in texts that everybody reads. */
export function freeTextRule(type: RecordType): Rule<Judged> {
  const fields = freeTexts(type)
  return defineRule<Judged>({
    id: freeTextRuleId,
    name: text('文字中不写个人号码', 'No personal numbers in texts'),
    basis: text(
      '网络安全法第四十一条、第四十二条；个人信息保护法第六条、第五十一条',
      'Cybersecurity Law art. 41 and 42; PIPL art. 6 and 51',
    ),
    source: 'statute',
    inForce: { from: '2017-06-01' as Day, to: null },
    weight: 'warn',
    judges: 'state',
    check: ({ header, events, spells }) => {
      const texts: [Text, unknown][] = [
        ...fields.map(({ key, label }): [Text, unknown] => [label, header[key]]),
        ...spells.flatMap(({ attributes }) =>
          fields.map(({ key, label }): [Text, unknown] => [label, attributes[key]]),
        ),
        ...events.flatMap((event): [Text, unknown][] => [
          [reason, event.reason],
          [documentNo, event.documentNo],
          ...fields.map(({ key, label }): [Text, unknown] => [label, event.sets[key]]),
        ]),
      ]
      const told = new Map<string, Text>()
      for (const [label, value] of texts) {
        if (typeof value !== 'string') continue
        for (const { kind } of personalNumbersIn(value))
          told.set(`${label.zh} ${kind}`, found(label, kinds[kind]))
      }
      return [...told.values()].map((message) => ({ message }))
    },
  })
}

const found = (label: Text, kind: Text) =>
  text(
    `“${label.zh}”里像是写有${kind.zh}，看到这条记录的人都能看到。能更正的请更正；这类号码只填在专门的栏目。`,
    `“${label.en}” seems to hold ${kind.en}, in sight of everybody who sees the record. Correct it where you can: such a number belongs in a field of its own.`,
  )
