import { outside } from '../../../platform/records/outside.ts'
import type { Text } from '../../../platform/text.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { type Column, DataTable } from '../../../platform/web/pieces/data-table.tsx'
import { RecordLink } from '../../../platform/web/records/record-link.tsx'
import type { Seat } from '../contract.ts'
import { partyPostType, personType } from '../records.ts'
import { communityPosts, educations, gainings, partyPosts, sexes, workingTimes } from '../terms.ts'
import { committeeWords as words } from './words.ts'

/** The members of a committee in their order. */
export function SeatTable({ caption, seats }: { caption: string; seats: readonly Seat[] }) {
  const say = useSay()
  const ofPerson = (told: (person: NonNullable<Seat['person']>) => string) => (seat: Seat) =>
    seat.person ? told(seat.person) : say(outside)
  const columns: Column<Seat>[] = [
    {
      key: 'name',
      heading: say(words.name),
      cell: ({ person }) =>
        person ? (
          <RecordLink type={personType.id} id={person.id}>
            {person.name}
          </RecordLink>
        ) : (
          say(outside)
        ),
    },
    { key: 'post', heading: say(words.post), cell: (seat) => <Posts seat={seat} /> },
    { key: 'sex', heading: say(words.sex), cell: ofPerson(({ sex }) => say(sexes[sex])) },
    {
      key: 'age',
      heading: say(words.age),
      kind: 'numeric',
      cell: ofPerson(({ age }) => (age === null ? say(words.noAge) : String(age))),
    },
    {
      key: 'education',
      heading: say(words.education),
      cell: ofPerson(({ education }) => say(education ? educations[education] : words.noEducation)),
    },
    {
      key: 'time',
      heading: say(words.workingTime),
      cell: ({ workingTime }) => say(workingTimes[workingTime]),
    },
    {
      key: 'elected',
      heading: say(words.elected),
      cell: (seat) => (
        <>
          {seat.wonOn ? <span className="board-day">{seat.wonOn}</span> : null} {say(cameBy(seat))}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={seats}
      rowKey={({ posts }, index) => posts[0]?.id ?? String(index)}
    />
  )
}

/** How the seat was gained; of one who was elected for the term, whether again. */
function cameBy({ again, gained }: Seat): Text {
  if (again === null) return gainings[gained]
  return again ? words.again : words.anew
}

function Posts({ seat }: { seat: Seat }) {
  const say = useSay()
  return (
    <>
      {seat.posts.map(({ id, post, duty }) => (
        <span key={id} className="cell-line">
          <RecordLink type={partyPostType.id} id={id}>
            {say(partyPosts[post])}
          </RecordLink>
          {duty ? say(words.duty(duty)) : null}
        </span>
      ))}
      {seat.alsoPosts.map((post) => (
        <span key={post} className="cell-line help">
          {say(communityPosts[post])}
        </span>
      ))}
    </>
  )
}
