import { Link } from '@tanstack/react-router'
import type { Lineage } from '../../records/deeds/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { deedWords as words } from './words.ts'

/** The picture in words, for whoever reads rather than looks. */
export function LineageTables(props: { type: RecordType; lineage: Lineage; asked: string }) {
  const say = useSay()
  const { type, lineage, asked } = props
  const titles = new Map(lineage.nodes.map(({ id, title }) => [id, title]))
  const record = (id: string) => (
    <>
      <Link to="/records/$type/$id" params={{ type: type.id, id }}>
        {titles.get(id) ?? id}
      </Link>
      {id === asked ? <> （{say(words.asked)}）</> : null}
    </>
  )
  return (
    <>
      {lineage.links.length > 0 ? (
        <section className="section" aria-labelledby="links">
          <h2 id="links">{say(words.links)}</h2>
          <DataTable
            caption={say(words.links)}
            rows={lineage.links}
            rowKey={({ deed, from, to }) => `${deed} ${from} ${to}`}
            columns={[
              { key: 'from', heading: say(words.from), cell: ({ from }) => record(from) },
              { key: 'to', heading: say(words.to), cell: ({ to }) => record(to) },
              {
                key: 'kind',
                heading: say(words.kind),
                cell: ({ deed, words: kind }) => (
                  <Link to="/records/$type/deeds/$deed" params={{ type: type.id, deed }}>
                    {say(kind)}
                  </Link>
                ),
              },
              { key: 'on', heading: say(words.onDate), kind: 'day', cell: ({ on }) => on },
              {
                key: 'document',
                heading: say(words.documentNo),
                cell: ({ documentNo }) => documentNo ?? say(pieceWords.none),
              },
            ]}
          />
        </section>
      ) : null}
      <section className="section" aria-labelledby="lives">
        <h2 id="lives">{say(words.lives)}</h2>
        <DataTable
          caption={say(words.lives)}
          rows={lineage.nodes}
          rowKey={({ id }) => id}
          columns={[
            { key: 'record', heading: say(words.dependent), cell: ({ id }) => record(id) },
            {
              key: 'lives',
              heading: say(words.lives),
              cell: ({ lives }) =>
                lives.map(({ from, to }) => say(words.life(from, to))).join(say({ zh: '；', en: '; ' })),
            },
          ]}
        />
      </section>
    </>
  )
}
