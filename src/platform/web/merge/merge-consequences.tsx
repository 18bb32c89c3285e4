import { Link } from '@tanstack/react-router'
import type { MergePreview } from '../../records/merge/contract.ts'
import type { Day } from '../../values/day.ts'
import { deedWords } from '../deeds/words.ts'
import { MovedFigures } from '../figure/moved-figures.tsx'
import { movedWords } from '../figure/moved-words.ts'
import { useSay } from '../language/use-say.ts'
import { Bones } from '../pieces/bones.tsx'
import { DataTable } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { FindingList } from '../records/finding-list.tsx'
import type { Override } from '../records/override.ts'
import { RuleProblem } from '../records/rule-problem.tsx'
import { mergeWords as words } from './words.ts'

type Props = {
  preview: { data: MergePreview | undefined; error: unknown }
  asOf: Day
  onOverride: (overrides: readonly Override[]) => void
}

/** What stands in the way; else what hangs, what rules say and which figures move. */
export function MergeConsequences(props: Props) {
  const say = useSay()
  const { preview } = props
  return (
    <section className="section" aria-labelledby="consequences">
      <h2 id="consequences">{say(words.consequences)}</h2>
      {preview.data ? (
        <Consequences {...props} data={preview.data} />
      ) : preview.error ? null : (
        <Bones lines={4} />
      )}
    </section>
  )
}

function Consequences({ data, asOf, onOverride }: Props & { data: MergePreview }) {
  const say = useSay()
  const stopping = new Set(data.stopped.map(({ rule, record }) => `${rule} ${record.id}`))
  const others = data.findings.filter(({ rule, record }) => !stopping.has(`${rule} ${record.id}`))
  return (
    <>
      <p className="help">{say(words.consequencesHelp)}</p>
      {data.hindrances.length > 0 ? <Hindrances hindrances={data.hindrances} /> : null}
      <h3>{say(words.hanging(data.hangingCount))}</h3>
      <Hanging data={data} />
      {data.hindrances.length > 0 ? null : (
        <>
          <h3>{say(deedWords.rules)}</h3>
          {data.stopped.length > 0 ? (
            <RuleProblem
              problem={{ code: 'RULE', words: words.stopped, details: { findings: data.stopped } }}
              onOverride={onOverride}
            />
          ) : null}
          {others.length > 0 ? <FindingList findings={others} links /> : null}
          {data.findings.length === 0 ? <p>{say(deedWords.noRules)}</p> : null}
          <h3>{say(movedWords.figures)}</h3>
          <MovedFigures figures={data.figures} asOf={asOf} />
        </>
      )}
    </>
  )
}

function Hindrances({ hindrances }: Pick<MergePreview, 'hindrances'>) {
  const say = useSay()
  return (
    <div className="note problem" role="alert">
      <h3>{say(words.hindered)}</h3>
      <ul>
        {hindrances.map(({ message, records }) => (
          <li key={`${message.zh} ${records.map(({ id }) => id).join(' ')}`}>
            {say(message)}{' '}
            {records.map(({ type, id, title }, index) => (
              <span key={id}>
                <Link to="/records/$type/$id" params={{ type, id }} target="_blank">
                  {title || say(pieceWords.none)} {records.length > 1 ? index + 1 : null}
                </Link>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Hanging({ data }: { data: MergePreview }) {
  const say = useSay()
  if (data.hangingCount === 0) return <p>{say(words.nothingHangs)}</p>
  return (
    <>
      {data.hanging.length < data.hangingCount ? (
        <p className="help">{say(words.shownFirst(data.hanging.length))}</p>
      ) : null}
      <DataTable
        caption={say(words.hanging(data.hangingCount))}
        rows={data.hanging}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'record',
            heading: say(words.record),
            cell: ({ type, id, title }) => (
              <Link to="/records/$type/$id" params={{ type, id }} target="_blank">
                {title || say(pieceWords.none)}
              </Link>
            ),
          },
          { key: 'type', heading: say(words.type), cell: ({ label }) => say(label) },
          {
            key: 'by',
            heading: say(words.by),
            cell: ({ fields }) => fields.map((field) => say(field)).join(' · '),
          },
        ]}
      />
    </>
  )
}
