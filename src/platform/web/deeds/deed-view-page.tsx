import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DeedView } from '../../records/deeds/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { dayText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { pieceWords } from '../pieces/words.ts'
import { NotInThePast } from '../records/not-in-the-past.tsx'
import { WithType } from '../records/with-type.tsx'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { DeedCorrectionForm } from './deed-correction-form.tsx'
import { deedRoute } from './deed-routes.ts'
import { deedWords as words } from './words.ts'
import './deeds.css'

/** An act over several records as one thing; from here it is corrected as a whole. */
export function DeedViewPage() {
  const { type, deed } = deedRoute.useParams()
  const { knownAt } = useMoment()
  const view = useQuery(
    server.deeds.get.queryOptions({
      input: { type, deed, ...(knownAt ? { knownAt } : {}) },
      placeholderData: keepPreviousData,
      refetchOnWindowFocus: false,
    }),
  )
  return (
    <WithType id={type}>
      {(declared) => <Loaded query={view}>{(data) => <OneDeed type={declared} deed={data} />}</Loaded>}
    </WithType>
  )
}

function OneDeed({ type, deed }: { type: RecordType; deed: DeedView }) {
  const say = useSay()
  const me = useMe()
  const { correct } = deedRoute.useSearch()
  const { knownAt } = useMoment()
  const mayCorrect = ['records.correct', type.permissions.correct].every((need) =>
    me.permissions.includes(need),
  )
  if (correct && mayCorrect) {
    return knownAt === undefined ? <DeedCorrectionForm type={type} deed={deed} /> : <NotInThePast />
  }
  const took = deed.parts.filter(({ role }) => role !== 'dependent')
  const moved = deed.parts.filter(({ role }) => role === 'dependent')
  return (
    <>
      <PageHead
        title={`${say(deed.label)} · ${took.map(({ title }) => title).join(say({ zh: '、', en: ', ' }))}`}
        line={say(dayText(deed.onDate))}
        paper="A4 portrait"
      >
        {mayCorrect ? (
          <Link
            to="/records/$type/deeds/$deed"
            params={{ type: type.id, deed: deed.id }}
            search={{ correct: 'yes' }}
            className="main-button"
          >
            {say(words.correct)}
          </Link>
        ) : null}
      </PageHead>
      <section className="section" aria-label={say(words.deed)}>
        <dl className="facts">
          <div>
            <dt>{say(words.kind)}</dt>
            <dd>{say(deed.label)}</dd>
          </div>
          <div>
            <dt>{say(words.onDate)}</dt>
            <dd>{say(dayText(deed.onDate))}</dd>
          </div>
          <div>
            <dt>{say(words.documentNo)}</dt>
            <dd>{deed.documentNo ?? say(pieceWords.none)}</dd>
          </div>
        </dl>
      </section>
      <section className="section" aria-labelledby="parts">
        <h2 id="parts">{say(words.parts)}</h2>
        <Parts caption={say(words.parts)} parts={took} roles />
      </section>
      <section className="section" aria-labelledby="moved">
        <h2 id="moved">{say(words.moved)}</h2>
        {moved.length === 0 ? (
          <p className="help">{say(words.nothingMoved)}</p>
        ) : (
          <Parts caption={say(words.moved)} parts={moved} roles={false} />
        )}
      </section>
    </>
  )
}

type Part = DeedView['parts'][number]

function Parts({ caption, parts, roles }: { caption: string; parts: readonly Part[]; roles: boolean }) {
  const say = useSay()
  const { types } = useApp()
  return (
    <DataTable<Part>
      caption={caption}
      rows={parts}
      rowKey={(part, index) => `${part.id} ${index}`}
      columns={[
        {
          key: 'title',
          heading: say(words.dependent),
          cell: (part) => (
            <Link to="/records/$type/$id" params={{ type: part.type, id: part.id }}>
              {part.title}
            </Link>
          ),
        },
        ...(roles
          ? [{ key: 'role', heading: say(words.role), cell: (part: Part) => say(words.roles[part.role]) }]
          : [
              {
                key: 'type',
                heading: say(words.type),
                cell: (part: Part) => {
                  const type = types.get(part.type)
                  return type ? say(type.label) : part.type
                },
              },
            ]),
        { key: 'act', heading: say(words.act), cell: (part) => say(part.act) },
      ]}
    />
  )
}
