import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FigureRow, FigureValue } from '../../figures/contract.ts'
import { useSay } from '../language/use-say.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { Pager } from '../pieces/pager.tsx'
import { useCursors } from '../pieces/use-cursors.ts'
import { server } from '../rpc/server.ts'
import { ExportRows } from './export-rows.tsx'
import { showAmount, showNumber, withUnit } from './figure-number.ts'
import { figureRoute } from './figure-route.ts'
import { again } from './other-moment.ts'
import { useRowColumns } from './row-columns.tsx'
import { figureWords as words } from './words.ts'

const parts = ['numerator', 'denominator'] as const

/** The very records that the number counts, with their count beside it. A ratio opens either of its two sets. */
export function FigureRows({ value }: { value: FigureValue }) {
  const say = useSay()
  if (!value.rowsOpen) {
    return (
      <section className="section" aria-labelledby="rows">
        <h2 id="rows">{say(words.rows)}</h2>
        <p className="help">{say(words.rowsClosed)}</p>
      </section>
    )
  }
  return <OpenRows value={value} />
}

function OpenRows({ value }: { value: FigureValue }) {
  const say = useSay()
  const navigate = useNavigate()
  const search = figureRoute.useSearch()
  const twoSets = value.kind === 'ratio' || value.kind === 'share'
  const part = twoSets ? (search.part ?? 'numerator') : undefined
  const [limit, setLimit] = useState(50)
  const question = { figure: value.question.figure, ...again(value.question), ...(part ? { part } : {}) }
  const cursors = useCursors(JSON.stringify([question, limit]))
  const rows = useQuery(
    server.figures.rows.queryOptions({
      input: { ...question, limit, ...(cursors.cursor ? { cursor: cursors.cursor } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  const counted = twoSets ? value.inputs[part === 'denominator' ? 1 : 0] : value
  const columns = useRowColumns(counted?.amount ?? null)
  const shown = counted?.value
    ? withUnit(showNumber(counted.value, twoSets ? 0 : value.decimals), twoSets ? noUnit : value.unit)
    : (counted?.absent?.words ?? words.absent)
  return (
    <section className="section" aria-labelledby="rows">
      <h2 id="rows">{say(words.rows)}</h2>
      {twoSets ? (
        <div className="row screen-only" role="group" aria-label={say(words.rows)}>
          {parts.map((choice, index) => (
            <button
              key={choice}
              type="button"
              className="button"
              aria-pressed={choice === part}
              onClick={() =>
                void navigate({
                  to: '.',
                  search: (old: object) => ({ ...old, part: choice }),
                  replace: true,
                  resetScroll: false,
                })
              }
            >
              {say(words[choice])}: {value.inputs[index] ? say(value.inputs[index].label) : null}
            </button>
          ))}
        </div>
      ) : null}
      <Loaded query={rows}>
        {(page) => (
          <>
            <div className="row">
              <p className="figure-row-count">
                {say(words.rowCount(shown, page.count))}
                {page.sum === null ? null : <> · {say(words.rowSum(showAmount(page.sum)))}</>}
              </p>
              <ExportRows question={question} />
            </div>
            {page.rows.length === 0 ? (
              <p className="empty">{say(words.noRows)}</p>
            ) : (
              <DataTable
                caption={say(words.rows)}
                columns={columns(page.rows)}
                rows={page.rows}
                rowKey={rowKey}
              />
            )}
            <Pager
              cursors={cursors}
              size={limit}
              shown={page.rows.length}
              next={page.nextCursor}
              onSize={setLimit}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}

const noUnit = { zh: '', en: '' }

function rowKey(row: FigureRow, index: number): string {
  return `${row.record.id}-${index}`
}
