import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { FindingView } from '../../records/contract.ts'
import { groupBy } from '../pieces/group-by.ts'
import { useSay } from '../language/use-say.ts'
import { dayOf } from '../moment/moment.ts'
import { asOfText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { DataTable } from '../pieces/data-table.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { recordWords } from '../records/words.ts'
import { server } from '../rpc/server.ts'
import { findingsWords as words } from './words.ts'

const order = ['statutory', 'block', 'warn', 'inform'] as const

/** What breaks a rule in a place on a day, the gravest first, each with the article it rests on. */
export function FindingsPage() {
  const say = useSay()
  const moment = useMoment()
  const findings = useQuery(
    server.records.findings.queryOptions({ input: dayOf(moment), placeholderData: keepPreviousData }),
  )
  const count = findings.data ? say(words.count(findings.data.findings.length)) : ''
  return (
    <>
      <PageHead
        title={say(words.title)}
        line={[say(asOfText(moment.asOf)), count].filter(Boolean).join(' · ')}
        paper="A4 landscape"
      />
      <Loaded query={findings}>
        {(data) =>
          data.findings.length === 0 ? (
            <p className="empty">{say(words.none)}</p>
          ) : (
            <>
              {byVersion(data.findings).map(([version, group]) => (
                <Rule key={version} findings={group} />
              ))}
            </>
          )
        }
      </Loaded>
    </>
  )
}

function Rule({ findings }: { findings: readonly FindingView[] }) {
  const say = useSay()
  const heading = useId()
  const [first] = findings
  if (!first) return null
  const grave = first.weight === 'statutory' || first.weight === 'block'
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>
        <span className={grave ? 'tag broken' : first.weight === 'warn' ? 'tag past' : 'tag'}>
          {say(recordWords.weights[first.weight])}
        </span>{' '}
        {say(words.group(first.name, findings.length))}
      </h2>
      <p className="help">{say(recordWords.basis(first.basis))}</p>
      <DataTable
        caption={say(first.name)}
        rows={findings}
        rowKey={(finding, index) => `${finding.record.id}-${index}`}
        columns={[
          {
            key: 'record',
            heading: say({ zh: '记录', en: 'Record' }),
            cell: (finding) => (
              <Link to="/records/$type/$id" params={{ type: finding.record.type, id: finding.record.id }}>
                {finding.record.title}
              </Link>
            ),
          },
          { key: 'message', heading: say(words.title), cell: (finding) => say(finding.message) },
        ]}
      />
    </section>
  )
}

/** Versions of a rule stand apart, each under its own article. */
function byVersion(findings: readonly FindingView[]): [string, FindingView[]][] {
  const versions = groupBy(findings, ({ rule, weight, basis }) => `${rule} ${weight} ${basis.zh}`)
  const weight = (group: readonly FindingView[]) => order.indexOf(group[0]?.weight ?? 'inform')
  return [...versions].sort(([, a], [, b]) => weight(a) - weight(b))
}
