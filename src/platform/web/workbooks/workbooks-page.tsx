import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useLanguage, useSay } from '../language/use-say.ts'
import { asOfText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { ownPlace } from '../place/own-place.ts'
import { placeWords } from '../place/words.ts'
import { BackToNow } from '../records/not-in-the-past.tsx'
import { server } from '../rpc/server.ts'
import { useMe } from '../session/me.ts'
import { batchWords } from './batch-words.ts'
import { CheckForm } from './check-form.tsx'
import { ColumnNotes } from './column-notes.tsx'
import { downloadFile } from './download-file.ts'
import { ImportList } from './import-list.tsx'
import { ImportJobView } from './import-job-view.tsx'
import { UndoView } from './undo-view.tsx'
import { useExport, useLedgers } from './use-export.ts'
import { workbookWords as words } from './words.ts'
import { workbooksRoute, type WorkbooksSearch } from './workbooks-route.ts'
import './workbooks.css'

export function WorkbooksPage() {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const language = useLanguage()
  const navigate = useNavigate()
  const search = workbooksRoute.useSearch()
  const ledgers = useLedgers()
  const exporting = useExport()
  const template = useMutation({
    mutationFn: async (ledger: string) =>
      downloadFile(await server.ledgers.template.call({ ledger, language })),
  })
  const go = (change: WorkbooksSearch) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...change }), resetScroll: false })
  const place = moment.node ? placeWords.unknown : ownPlace(me)
  return (
    <AntdFrame>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 landscape" />
      <Loaded query={ledgers}>
        {(data) => {
          const open = data.ledgers.filter((ledger) => ledger.mayImport || ledger.mayExport)
          const ledger = open.find((candidate) => candidate.id === search.ledger) ?? open[0]
          if (!ledger) return <p className="empty">{say(words.noLedgers)}</p>
          return (
            <>
              <section className="section">
                <div className="row">
                  <label>
                    {say(words.ledger)}{' '}
                    <select
                      className="select"
                      value={ledger.id}
                      onChange={(event) =>
                        go({ ledger: event.target.value, job: undefined, undo: undefined })
                      }
                    >
                      {open.map((candidate) => (
                        <option key={candidate.id} value={candidate.id}>
                          {say(candidate.title)}
                        </option>
                      ))}
                    </select>
                  </label>
                  {ledger.mayImport ? (
                    <button
                      type="button"
                      className="button"
                      disabled={template.isPending}
                      onClick={() => template.mutate(ledger.id)}
                    >
                      {say(words.template)}
                    </button>
                  ) : null}
                  {ledger.mayExport ? (
                    <button
                      type="button"
                      className="button"
                      disabled={exporting.isPending}
                      onClick={() => exporting.mutate(ledger.id)}
                    >
                      {say(exporting.isPending ? words.exporting : words.export)}
                    </button>
                  ) : null}
                  {ledger.mayExport ? (
                    <span className="help">{say(words.exportHelp(place, asOfText(moment.asOf)))}</span>
                  ) : null}
                </div>
                {template.error ? <ProblemNote error={template.error} /> : null}
                {exporting.error ? <ProblemNote error={exporting.error} /> : null}
                <ColumnNotes columns={ledger.columns} />
              </section>
              <section className="section" aria-labelledby="import">
                <h2 id="import">{say(words.importTitle)}</h2>
                {!ledger.mayImport ? (
                  <p className="help">{say(words.mayNotImport)}</p>
                ) : moment.knownAt !== undefined ? (
                  <BackToNow />
                ) : search.undo ? (
                  <UndoView key={search.undo} id={search.undo} leave={() => go({ undo: undefined })} />
                ) : search.job ? (
                  <ImportJobView key={search.job} id={search.job} leave={() => go({ job: undefined })} />
                ) : (
                  <CheckForm
                    key={ledger.id}
                    ledger={ledger.id}
                    onChecked={(job) => go({ ledger: ledger.id, job })}
                  />
                )}
              </section>
              {ledger.mayImport ? (
                <section className="section" aria-labelledby="imports">
                  <h2 id="imports">{say(batchWords.title)}</h2>
                  <ImportList />
                </section>
              ) : null}
            </>
          )
        }}
      </Loaded>
    </AntdFrame>
  )
}
