import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { groupBy } from '../../../platform/web/pieces/group-by.ts'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import { zoneLeaderType, zonePlaceType, zoneType } from '../records.ts'
import { zoneRoles } from '../terms.ts'
import type { ShownZone } from '../zone-contract.ts'
import { Names } from './names.tsx'
import { NewRecordLink } from './new-record-link.tsx'
import { sharedWords, zoneWords as words } from './words-zones.ts'

type Counted = { readonly companies: number; readonly nobody: number }
/** A zone, or what lies in none. */
type Line = Counted & { readonly zone: ShownZone | null }

export function ZonesTable({ zones, outside }: { zones: readonly ShownZone[]; outside: Counted }) {
  const say = useSay()
  const lines: Line[] = zones.map((zone) => ({ zone, companies: zone.companies, nobody: zone.nobody }))
  if (outside.companies > 0) lines.push({ zone: null, ...outside })
  const columns: Column<Line>[] = [
    {
      key: 'zone',
      heading: say(sharedWords.zone),
      cell: ({ zone }) =>
        zone ? (
          <RecordLink type={zoneType.id} id={zone.id}>
            {zone.name}
          </RecordLink>
        ) : (
          say(sharedWords.noZone)
        ),
    },
    {
      key: 'places',
      heading: say(words.places),
      cell: ({ zone }) => (zone ? <Places zone={zone} /> : null),
    },
    {
      key: 'leaders',
      heading: say(words.leaders),
      cell: ({ zone }) => (zone ? <Leaders zone={zone} /> : null),
    },
    {
      key: 'companies',
      heading: say(words.companies),
      kind: 'numeric',
      cell: ({ zone, companies }) => <Companies zone={zone} count={companies} which="all" />,
    },
    {
      key: 'nobody',
      heading: say(words.unpaired),
      kind: 'numeric',
      cell: ({ zone, nobody }) => <Companies zone={zone} count={nobody} which={undefined} />,
    },
  ]
  return (
    <section className="section zones">
      <DataTable
        caption={say(sharedWords.zones)}
        columns={columns}
        rows={lines}
        rowKey={({ zone }) => zone?.id ?? 'none'}
      />
    </section>
  )
}

function Places({ zone: { id, name, places } }: { zone: ShownZone }) {
  const say = useSay()
  return (
    <>
      {places.length === 0 ? <span className="help">{say(words.noPlaces)}</span> : null}
      {places.map((one, index) => (
        <Fragment key={one.id}>
          {index > 0 ? say(sharedWords.and) : null}
          <RecordLink type={zonePlaceType.id} id={one.id}>
            {one.place.name}
          </RecordLink>
        </Fragment>
      ))}{' '}
      <NewRecordLink
        type={zonePlaceType}
        words={words.addPlace}
        label={words.addPlaceTo(name)}
        given={{ zone_id: id }}
      />
    </>
  )
}

/** In official order, a line for each role. */
function Leaders({ zone: { id, name, leaders } }: { zone: ShownZone }) {
  const say = useSay()
  if (!leaders) return <span className="help">{say(words.leadersUnseen)}</span>
  return (
    <>
      {leaders.length === 0 ? <span className="help">{say(words.noLeaders)}</span> : null}
      {[...groupBy(leaders, ({ role }) => role)].map(([role, those]) => (
        <span key={role} className="cell-line">
          {say(words.role(zoneRoles[role]))}
          <Names of={those} type={zoneLeaderType.id} />
        </span>
      ))}{' '}
      <NewRecordLink
        type={zoneLeaderType}
        words={words.addLeader}
        label={words.addLeaderTo(name)}
        given={{ zone_id: id }}
      />
    </>
  )
}

/** How many, as the way to which. */
function Companies(props: { zone: ShownZone | null; count: number; which: 'all' | undefined }) {
  const { zone, count, which } = props
  return (
    <Link to="/enterprise/pairing" search={{ zone: zone?.id ?? 'none', which }}>
      {count}
    </Link>
  )
}
