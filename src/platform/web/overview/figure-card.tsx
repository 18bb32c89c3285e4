import { Link } from '@tanstack/react-router'
import type { FigureValue } from '../../figures/contract.ts'
import { type Text, text } from '../../text.ts'
import { showDifference, showNumber } from '../figure/figure-number.ts'
import { figureTime } from '../figure/figure-time.ts'
import { useSay } from '../language/use-say.ts'
import { dayText, periodText } from '../moment/moment-words.ts'
import { overviewWords as words } from './words.ts'

/** A figure of the overview. The whole card is the link to the figure. */
export function FigureCard({ value, before }: { value: FigureValue; before: FigureValue | undefined }) {
  const say = useSay()
  const time = figureTime(value.question)
  const change = before ? changeOf(value, before) : null
  const twoCounts = value.kind === 'ratio' || value.kind === 'share'
  const counts = value.inputs.map((input) => (input.value === null ? null : showNumber(input.value, 0)))
  const bothCounts =
    twoCounts && counts.length === 2 && counts.every((count) => count !== null) ? (
      <span className="figure-card-counts">{counts.join(' / ')}</span>
    ) : null
  return (
    <Link
      to="/figures/$figure"
      params={{ figure: value.question.figure }}
      className="figure-card"
      preload="intent"
    >
      <span className="figure-card-label">{say(value.label)}</span>
      {value.value === null ? (
        <span className="figure-card-absent">
          {say(value.absent?.words ?? words.absent)} {bothCounts}
        </span>
      ) : (
        <span className="figure-card-value">
          <strong>{showNumber(value.value, value.decimals)}</strong> <span>{say(value.unit)}</span>
          {bothCounts}
        </span>
      )}
      <span className="figure-card-foot">
        {time ? <span>{say(time)}</span> : null}
        <span>{change ? say(change) : ' '}</span>
      </span>
    </Link>
  )
}

function changeOf(value: FigureValue, before: FigureValue): Text | null {
  if (value.value === null || before.value === null) return null
  const shown = showDifference(value.value, before.value, value.decimals)
  const percent = value.unit.en.startsWith('%')
  const difference = percent ? words.points(shown) : text(shown, shown)
  const { period, asOf } = before.question
  const when = period ? periodText(period) : asOf ? dayText(asOf) : null
  return when ? words.against(when, difference) : null
}
