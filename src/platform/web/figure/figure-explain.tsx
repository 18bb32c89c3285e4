import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FigureValue } from '../../figures/contract.ts'
import type { Day } from '../../values/day.ts'
import type { Period } from '../../values/period.ts'
import { useSay } from '../language/use-say.ts'
import { DayPicker, PeriodPicker } from '../pieces/day-picker.tsx'
import { Loaded } from '../pieces/loaded.tsx'
import { server } from '../rpc/server.ts'
import { ExplainResult } from './explain-result.tsx'
import { figureRoute } from './figure-route.ts'
import { again, offeredOther, otherQuestion } from './other-moment.ts'
import { figureWords as words } from './words.ts'

/** Compares with a second moment: which records entered, left or changed, and why. */
export function FigureExplain({ value }: { value: FigureValue }) {
  const say = useSay()
  const navigate = useNavigate()
  const search = figureRoute.useSearch()
  const offered = offeredOther(value.question)
  const [on, setOn] = useState<Day | undefined>(search.otherOn ?? offered.on)
  const [period, setPeriod] = useState<Period | undefined>(
    search.otherFrom && search.otherThrough
      ? { from: search.otherFrom, through: search.otherThrough }
      : offered.period,
  )
  const [known, setKnown] = useState<Day | undefined>(search.otherKnown)
  const other = otherQuestion(value.question, search)
  const explained = useQuery({
    ...server.figures.explain.queryOptions({
      input: { figure: value.question.figure, before: other ?? {}, after: again(value.question) },
    }),
    enabled: other !== null,
  })
  const go = (chosen: object) =>
    void navigate({
      to: '.',
      search: (old: object) => ({ ...old, ...chosen }),
      replace: true,
      resetScroll: false,
    })
  const nothing = { otherOn: undefined, otherFrom: undefined, otherThrough: undefined, otherKnown: undefined }
  return (
    <section className="section" aria-labelledby="explain">
      <h2 id="explain">{say(words.explain)}</h2>
      <p className="help">{say(words.explainHelp)}</p>
      <form
        className="row screen-only"
        onSubmit={(event) => {
          event.preventDefault()
          const chosen = value.question.period
            ? { otherFrom: period?.from, otherThrough: period?.through }
            : { otherOn: on }
          go({ ...nothing, ...chosen, otherKnown: known })
        }}
      >
        {value.question.period && period ? (
          <label className="row">
            {say(words.otherPeriod)}
            <PeriodPicker label={say(words.otherPeriod)} value={period} onChange={setPeriod} />
          </label>
        ) : (
          <label className="row">
            {say(words.otherDay)}
            <DayPicker label={say(words.otherDay)} value={on} onChange={setOn} />
          </label>
        )}
        <label className="row">
          {say(words.otherKnown)}
          <DayPicker label={say(words.otherKnown)} value={known} onChange={setKnown} clearable />
        </label>
        <button type="submit" className="button">
          {say(words.compare)}
        </button>
        {other ? (
          <button type="button" className="plain-button" onClick={() => go(nothing)}>
            {say(words.stop)}
          </button>
        ) : null}
        <span className="help">{say(words.otherKnownHelp)}</span>
      </form>
      {other ? <Loaded query={explained}>{(data) => <ExplainResult explained={data} />}</Loaded> : null}
    </section>
  )
}
