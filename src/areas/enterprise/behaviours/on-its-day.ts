import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { inOrder } from '../../../platform/timeline/project.ts'
import { addDays } from '../../../platform/values/day.ts'

/**
 * What happened once lies where it lay on its day, whatever moves later: whoever counted it goes on to see it, and to see it proved, and
 * nobody else comes to count it.
 */
export const onItsDay =
  (hooks: RecordBehaviour['hooks']): RecordBehaviour['hooks'] =>
  (preparing) => {
    const lying = hooks(preparing)
    return {
      ...lying,
      prepare: async (spells, drafts) => {
        const derive = await lying.prepare(spells, drafts)
        const days = new Map(drafts.map(({ id, events }) => [id, inOrder(events)[0]?.onDate]))
        return (spell, id) => {
          const from = days.get(id) ?? spell.from
          const that = derive({ ...spell, from, to: addDays(from, 1) }, id)
          return that.map(({ columns }) => ({ from: spell.from, to: spell.to, columns }))
        }
      },
    }
  }
