import type { Me } from '../../access/me-schema.ts'
import { type Text, text } from '../../text.ts'

/** The place that a page is about when none is chosen: the office, or the places of the account. */
export function ownPlace(me: Me): Text {
  if (me.scope.whole || me.scope.places.length === 0) return me.office.name
  const names = me.scope.places.map((place) => place.name)
  return text(names.join('、'), names.join(', '))
}
