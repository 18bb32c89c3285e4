/** Functions of the database that the program names, since the kernel knows neither places nor posts. Each answers without showing a row. */
export type AreaFunctions = {
  /** (office, place, day): the places that a role over a place covers. Absent: that place alone. */
  readonly placesWithin?: string | undefined
  /** (office, holding, day): who holds what where, as one text, null where that is not in force. Absent: no holding is. */
  readonly holdingKey?: string | undefined
}

/**
 * `from … where …` of the grants that count on the day, one row for each place that they cover: `g` the grant, `p.place` the place, or
 * null for the whole office, `d` the grant that it was handed on from, if any, with the user name of whose that is. What was handed on
 * counts while that grant does and its account is open, and covers no more than that covers.
 * @param day an SQL expression
 */
export function countingGrants({ placesWithin, holdingKey }: AreaFunctions, day: string): string {
  const counts = (
    grant: string,
  ) => `${grant}.valid_from <= ${day} and (${grant}.valid_to is null or ${grant}.valid_to > ${day})
      and (${grant}.holding_id is null or ${
        holdingKey === undefined
          ? 'false'
          : `${holdingKey}(${grant}.office_id, ${grant}.holding_id, ${day}) = ${grant}.holding_key`
      })`
  const places =
    placesWithin === undefined
      ? 'cross join lateral (select g.place_id) p (place)'
      : `left join lateral ${placesWithin}(g.office_id, g.place_id, ${day}) p (place) on g.place_id is not null`
  const isWithin =
    placesWithin === undefined
      ? 'p.place = d.place_id'
      : `p.place in (select w from ${placesWithin}(d.office_id, d.place_id, ${day}) w)`
  // OFFSET keeps the planner from reading every account to find the few who handed something on.
  return `from access.grant g
    left join lateral (select o.place_id, o.valid_from, o.valid_to, o.office_id, o.holding_id, o.holding_key, a.username, a.closed_at
      from access.grant o join access.account a on a.id = o.account_id
      where o.office_id = g.office_id and o.id = g.handed_on_from offset 0) d on g.handed_on_from is not null
    ${places}
    where ${counts('g')}
      and (g.handed_on_from is null or (d.closed_at is null and ${counts('d')} and (d.place_id is null or ${isWithin})))`
}
