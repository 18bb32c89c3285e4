import type { DeedPreview } from '../../records/deeds/contract.ts'
import type { RecordDeed, RecordType } from '../../records/record-type.ts'
import { showNumber } from '../figure/figure-number.ts'
import { useSay } from '../language/use-say.ts'
import { Bones } from '../pieces/bones.tsx'
import { DataTable } from '../pieces/data-table.tsx'
import { FindingList } from '../records/finding-list.tsx'
import type { FormValues } from '../records/form-input.ts'
import type { Override } from '../records/override.ts'
import { RuleProblem } from '../records/rule-problem.tsx'
import { Destinations } from './destinations.tsx'
import type { Preview } from './use-preview.ts'
import { deedWords as words } from './words.ts'

/** What the deed as it stands would do: where everything goes, what the rules say, which figures move. */
export function DeedConsequences(props: {
  type: RecordType
  deed: RecordDeed
  values: FormValues
  preview: Preview
  onPut: (some: FormValues) => void
  onOverride: (overrides: readonly Override[]) => void
}) {
  const say = useSay()
  const { preview } = props
  const { data } = preview
  return (
    <section className="section" aria-labelledby="consequences">
      <h2 id="consequences">{say(words.preview)}</h2>
      {preview.missing.length > 0 ? (
        <>
          <p className="help">{say(words.missingTitle)}</p>
          <ul className="deed-missing">
            {preview.missing.map((one) => (
              <li key={one.zh}>{say(one)}</li>
            ))}
          </ul>
        </>
      ) : data ? (
        <Consequences {...props} data={data} />
      ) : preview.error ? null : (
        <Bones lines={4} />
      )}
    </section>
  )
}

function Consequences(props: Parameters<typeof DeedConsequences>[0] & { data: DeedPreview }) {
  const say = useSay()
  const { data, preview, deed } = props
  const stopping = new Set(data.stopped.map(({ rule, record }) => `${rule} ${record.id}`))
  const others = data.findings.filter(({ rule, record }) => !stopping.has(`${rule} ${record.id}`))
  return (
    <>
      <p className="help">{say(words.previewHelp)}</p>
      <h3>{say(words.hanging)}</h3>
      {data.dependents.length === 0 ? (
        <p>{say(deed.ending ? words.nothingHangs : words.nothingEnds)}</p>
      ) : (
        <>
          <p role="status" className={preview.unassigned > 0 ? 'deed-unassigned' : undefined}>
            {say(
              preview.unassigned > 0
                ? words.unassigned(preview.unassigned)
                : words.allAssigned(data.dependents.length),
            )}
          </p>
          <Destinations {...props} dependents={data.dependents} />
        </>
      )}
      <h3>{say(words.rules)}</h3>
      {data.stopped.length > 0 ? (
        <RuleProblem
          problem={{ code: 'RULE', words: words.stopped, details: { findings: data.stopped } }}
          onOverride={props.onOverride}
        />
      ) : null}
      {others.length > 0 ? <FindingList findings={others} links /> : null}
      {data.findings.length === 0 ? <p>{say(words.noRules)}</p> : null}
      <h3>{say(words.figures)}</h3>
      <MovedFigures figures={data.figures} />
    </>
  )
}

/** Figures that have one value without an act and another with it. */
export function MovedFigures({ figures }: { figures: DeedPreview['figures'] }) {
  const say = useSay()
  if (figures.length === 0) return <p>{say(words.noFigures)}</p>
  const shown = (value: string | null) =>
    value === null ? say(words.absent) : showNumber(value, value.split('.')[1]?.length ?? 0)
  return (
    <DataTable
      caption={say(words.figures)}
      rows={figures}
      rowKey={({ figure, place }) => `${figure} ${place.id}`}
      columns={[
        {
          key: 'figure',
          heading: say(words.figure),
          cell: ({ label, unit }) => say({ zh: `${label.zh}（${unit.zh}）`, en: `${label.en} (${unit.en})` }),
        },
        { key: 'place', heading: say(words.place), cell: ({ place }) => place.name },
        { key: 'before', heading: say(words.before), kind: 'numeric', cell: ({ before }) => shown(before) },
        { key: 'after', heading: say(words.after), kind: 'numeric', cell: ({ after }) => shown(after) },
      ]}
    />
  )
}
