import type { PersonLife } from '../../people/index.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { defineRule } from '../../../platform/rules/rule.ts'
import { text } from '../../../platform/text.ts'
import { inForce, spell } from '../../../platform/values/spell.ts'

/** Whoever a record names is known by the time on file and in posts; a person out of sight is absent. */
export type WithPeople = { readonly people: ReadonlyMap<string, PersonLife> }

/** Who never held a post here has left none: paired members are often none of the staff. */
export const stillThere = defineRule<Judged<WithPeople>>({
  id: 'R-S8-06',
  name: text('联系企业的人在岗', 'Who is in charge of a company is still there'),
  basis: text(
    '挂钩、选派和片区责任落实到在岗的人；调离、离任的及时移交（工作惯例）',
    'Pairings, postings and zones rest with somebody who is there; who leaves hands over (by practice)',
  ),
  source: 'practice',
  inForce: spell('1949-10-01', null),
  weight: 'warn',
  judges: 'state',
  check: ({ spells, facts }, on) => {
    const person = spells.find((one) => inForce(one, on))?.attributes['person_id']
    const life = facts.people.get(person ?? '')
    if (!life) return []
    if (!life.file.some((one) => inForce(one, on)))
      return [
        {
          message: text(
            `登记的人${on}已经注销，请移交他人或者结束。`,
            `The file of the person is closed on ${on}: hand over, or record the end.`,
          ),
        },
      ]
    const held = life.posts.filter(({ from }) => from <= on)
    if (held.length === 0 || held.some((one) => inForce(one, on))) return []
    return [
      {
        message: text(
          `登记的人${on}已经离任，没有在任的职务或者岗位，请移交他人，或者核对任职登记。`,
          `The person has left every post by ${on}: hand over, or check the posts on record.`,
        ),
      },
    ]
  },
})
