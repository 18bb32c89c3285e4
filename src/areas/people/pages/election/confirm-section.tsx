import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MovedFigures } from '../../../../platform/web/figure/moved-figures.tsx'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import { AntdFrame } from '../../../../platform/web/pieces/antd-frame.tsx'
import { DayPicker } from '../../../../platform/web/pieces/day-picker.tsx'
import { Loaded } from '../../../../platform/web/pieces/loaded.tsx'
import { FindingList } from '../../../../platform/web/records/finding-list.tsx'
import type { Override } from '../../../../platform/web/records/override.ts'
import { useAct } from '../../../../platform/web/rpc/use-act.ts'
import { useIdempotencyKey } from '../../../../platform/web/rpc/use-idempotency-key.ts'
import { LabelledInput } from '../../../../platform/web/session/labelled-input.tsx'
import { type Day, today } from '../../../../platform/values/day.ts'
import type { Text } from '../../../../platform/text.ts'
import type { ElectionView } from '../../election-view-schema.ts'
import type { ElectedTo } from '../../rules/elections/confirmation/plan-holdings.ts'
import { ConfirmedPosts } from './confirmed-posts.tsx'
import type { server } from '../server.ts'
import { electionWords as words } from './words.ts'
import { WriteProblem } from './write-problem.tsx'

type Confirmable = Pick<ElectionView, 'id' | 'version' | 'ended' | 'may' | 'ownCount'> & {
  readonly outcome: { readonly posts: readonly ElectedTo[]; readonly obstacles: readonly Text[] }
}
type Content = {
  id: string
  version: string
  onDate: Day
  documentNo: string | null
  fullTime: string[]
}
type PreviewQuery = ReturnType<typeof server.people.previewConfirmation.queryOptions>

/** The outcome of the count, what stands in its way, and its confirmation by another person, its consequences first. */
export function ConfirmSection(props: {
  election: Confirmable
  postWords: Readonly<Record<string, Text>>
  preview: (content: Content) => PreviewQuery
  confirm: (body: Content & { overrides: Override[]; idempotencyKey: string }) => Promise<unknown>
}) {
  const say = useSay()
  const { election, postWords } = props
  const keyOf = useIdempotencyKey()
  const [on, setOn] = useState<Day>(today())
  const [documentNo, setDocumentNo] = useState('')
  const [fullTime, setFullTime] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const content = {
    id: election.id,
    version: election.version,
    onDate: on,
    documentNo: documentNo.trim() || null,
    fullTime: [...fullTime],
  }
  const preview = useQuery({
    ...props.preview(content),
    enabled: asked,
    retry: false,
  })
  const confirm = useAct((overrides: readonly Override[]) => {
    const body = { ...content, overrides: [...overrides] }
    return props.confirm({ ...body, idempotencyKey: keyOf(body) })
  })
  const { obstacles, posts } = election.outcome
  if (obstacles.length > 0)
    return (
      <ul>
        {obstacles.map((obstacle) => (
          <li key={obstacle.zh}>{say(obstacle)}</li>
        ))}
      </ul>
    )
  return (
    <AntdFrame>
      <p className="help">{say(words.nothingElse)}</p>
      <ConfirmedPosts
        posts={posts}
        postWords={postWords}
        fullTime={fullTime}
        {...(election.ended || !election.may.confirm || election.ownCount
          ? {}
          : {
              onFullTime: (person: string, yes: boolean) =>
                setFullTime(yes ? [...fullTime, person] : fullTime.filter((each) => each !== person)),
            })}
      />
      {election.ended ? null : election.ownCount ? (
        <p className="note">{say(words.ownCount)}</p>
      ) : election.may.confirm ? (
        <div className="screen-only">
          <div className="election-fields">
            <div>
              {say(words.confirmDay)}{' '}
              <DayPicker label={say(words.confirmDay)} value={on} onChange={(day) => day && setOn(day)} />
            </div>
            <LabelledInput
              label={say(words.documentNo)}
              value={documentNo}
              onChange={(event) => setDocumentNo(event.target.value)}
            />
          </div>
          {asked ? (
            <Loaded query={preview}>
              {(data) => (
                <>
                  {data.ending.length > 0 ? (
                    <p>
                      {say(words.willEnd)}
                      {say({ zh: '：', en: ': ' })}
                      {data.ending.map(({ name }) => name).join(say({ zh: '、', en: ', ' }))}
                    </p>
                  ) : null}
                  {data.term ? (
                    <p>
                      {say(words.term(dayText(data.term.from), data.term.until && dayText(data.term.until)))}{' '}
                      {data.term.basis ? say(words.basis(data.term.basis)) : null}
                    </p>
                  ) : null}
                  <MovedFigures figures={data.figures} asOf={posts[0]?.on} />
                  {data.findings.length > 0 ? <FindingList findings={data.findings} /> : null}
                  {confirm.error ? (
                    <WriteProblem error={confirm.error} onOverride={(given) => confirm.mutate(given)} />
                  ) : null}
                  <button
                    type="button"
                    className="main-button"
                    disabled={confirm.isPending}
                    onClick={() => confirm.mutate([])}
                  >
                    {say(words.confirm)}
                  </button>
                </>
              )}
            </Loaded>
          ) : (
            <button type="button" className="button" onClick={() => setAsked(true)}>
              {say(words.preview)}
            </button>
          )}
        </div>
      ) : null}
    </AntdFrame>
  )
}
