import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { momentCell } from '../moment/moment-words.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import type { FormValues } from '../records/form-input.ts'
import type { Override } from '../records/override.ts'
import { RuleProblem } from '../records/rule-problem.tsx'
import { recordWords } from '../records/words.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { type PartName, rowName, rowsOf } from './deed-values.ts'
import { deedWords as words } from './words.ts'

type Props = {
  error: unknown
  type: RecordType
  values: FormValues
  onPut: (some: FormValues) => void
  onRemove: (part: PartName, row: string) => void
  onOverride: (overrides: readonly Override[]) => void
}

/** Why a deed was refused: a rule, someone else's change of one of its records, or anything else in the server's words. */
export function DeedProblem(props: Props) {
  const { error, values } = props
  const problem = problemOf(error)
  if (problem.code === 'RULE') return <RuleProblem problem={problem} onOverride={props.onOverride} />
  const { id, now } = problem.details
  if (problem.code === 'STALE' && typeof id === 'string' && typeof now === 'string') {
    for (const part of ['ending', 'lasting'] as const)
      for (const row of rowsOf(values, part))
        if (values[rowName(part, row, 'id')] === id)
          return <Stale {...props} id={id} now={now} part={part} row={row} />
  }
  return <ProblemNote error={error} />
}

function Stale(props: Props & { id: string; now: string; part: PartName; row: string }) {
  const say = useSay()
  const { type, id, now, part, row } = props
  const record = useQuery({
    ...server.records.get.queryOptions({ input: { type: type.id, id } }),
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <div className="note problem" role="alert">
      <Loaded query={record} lines={2}>
        {({ title, changes: [last] }) => (
          <>
            <h3>{say(words.staleTitle(title))}</h3>
            {last ? (
              <p>
                {say(words.staleLast)}: {momentCell(last.recordedAt)} · {last.actor} ·{' '}
                {say(recordWords.changeKinds[last.kind])}
                {last.reason ? ` · ${last.reason}` : null}{' '}
                <Link to="/records/$type/$id" params={{ type: type.id, id }} target="_blank">
                  {say(words.staleLook)}
                </Link>
              </p>
            ) : null}
          </>
        )}
      </Loaded>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => props.onPut({ [rowName(part, row, 'version')]: now })}
        >
          {say(words.staleGoOn)}
        </button>
        <button type="button" className="button" onClick={() => props.onRemove(part, row)}>
          {say(words.staleDrop)}
        </button>
      </div>
    </div>
  )
}
