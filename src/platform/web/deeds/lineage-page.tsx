import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Lineage } from '../../records/deeds/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { formWords } from '../records/form-words.ts'
import { WithType } from '../records/with-type.tsx'
import { server } from '../rpc/server.ts'
import { lineageRoute } from './deed-routes.ts'
import { layOut } from './lineage-layout.ts'
import { LineagePicture } from './lineage-picture.tsx'
import { LineageTables } from './lineage-tables.tsx'
import { deedWords as words } from './words.ts'
import './deeds.css'

/** What a record came from and what came of it, as a picture over the years and as a table. */
export function LineagePage() {
  const { type, id } = lineageRoute.useParams()
  const { knownAt } = useMoment()
  const lineage = useQuery(
    server.deeds.lineage.queryOptions({
      input: { type, id, ...(knownAt ? { knownAt } : {}) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <WithType id={type}>
      {(declared) => (
        <Loaded query={lineage} lines={10}>
          {(data) => <Page type={declared} id={id} lineage={data} />}
        </Loaded>
      )}
    </WithType>
  )
}

/** Lanes that one sheet takes and that can still be read. */
const lanesOfSheet = { 'A4 landscape': 13, 'A3 landscape': 20 } as const

function Page({ type, id, lineage }: { type: RecordType; id: string; lineage: Lineage }) {
  const say = useSay()
  const { today } = useMoment()
  const [printing, setPrinting] = useState(false)
  const layout = useMemo(() => layOut(lineage, today), [lineage, today])
  const title = lineage.nodes.find((node) => node.id === id)?.title ?? ''
  const paper =
    lineage.nodes.length > lanesOfSheet['A4 landscape'] || layout.width > 1600
      ? 'A3 landscape'
      : 'A4 landscape'
  const picture = { type: type.id, lineage, layout, asked: id, title, today }
  const print = () => {
    flushSync(() => setPrinting(true))
    globalThis.print()
    setPrinting(false)
  }
  return (
    <>
      <PageHead title={say(words.lineage(title))} line={say(words.lineageHelp)} paper={paper} onPrint={print}>
        <Link to="/records/$type/$id" params={{ type: type.id, id }} className="button">
          {say(formWords.back)}
        </Link>
      </PageHead>
      {lineage.links.length === 0 ? <p className="note">{say(words.noLineage)}</p> : null}
      <section className="section screen-only" aria-label={say(words.lineage(title))}>
        <div className="scroll lineage" role="group" aria-label={say(words.lineage(title))} tabIndex={0}>
          <LineagePicture {...picture} />
        </div>
      </section>
      {printing ? (
        <div className="print-only">
          {sheets(layout.lanes.length, lanesOfSheet[paper]).map((from) => (
            <div key={from} className="lineage sheet">
              <LineagePicture {...picture} from={from} count={lanesOfSheet[paper]} />
            </div>
          ))}
        </div>
      ) : null}
      <LineageTables type={type} lineage={lineage} asked={id} />
    </>
  )
}

const sheets = (lanes: number, each: number): number[] =>
  Array.from({ length: Math.ceil(lanes / each) }, (_, index) => index * each)
