import { Segmented } from 'antd'
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  firstOfMonth,
  firstOfYear,
  isDay,
  lastOfMonth,
} from '../../values/day.ts'
import type { Period } from '../../values/period.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { DayPicker, PeriodPicker } from '../pieces/day-picker.tsx'
import { useMoment, useSetMoment } from './use-moment.ts'
import { momentWords as words } from './words.ts'
import './moment-panel.css'

/** The periods offered by name: they follow the day chosen. */
function periodsOf(asOf: Day): readonly { readonly words: Text; readonly period: Period }[] {
  const month = Number(asOf.slice(5, 7))
  const quarterStart = addMonths(firstOfMonth(asOf), -((month - 1) % 3))
  const yearBefore = addYears(firstOfYear(asOf), -1)
  return [
    { words: words.thisYear, period: { from: firstOfYear(asOf), through: asOf } },
    {
      words: words.thisQuarter,
      period: { from: quarterStart, through: lastOfMonth(addMonths(quarterStart, 2)) },
    },
    { words: words.thisMonth, period: { from: firstOfMonth(asOf), through: lastOfMonth(asOf) } },
    { words: words.lastYear, period: { from: yearBefore, through: addDays(firstOfYear(asOf), -1) } },
  ]
}

/** Knowledge of a day is what had been recorded by its end, in Asia/Shanghai. */
function endOf(day: Day): string {
  return `${day}T23:59:59+08:00`
}

export default function MomentPanel({ close }: { close: () => void }) {
  const say = useSay()
  const moment = useMoment()
  const setMoment = useSetMoment()
  const setPeriod = ({ from, through }: Period) => setMoment({ from, through })
  const knownOn = moment.knownAt?.slice(0, 10)
  const nothing = {
    asOf: undefined,
    from: undefined,
    through: undefined,
    knownAt: undefined,
    structure: undefined,
  }
  return (
    <AntdFrame>
      <div className="moment-panel">
        <fieldset>
          <legend>{say(words.asOf)}</legend>
          <DayPicker
            label={say(words.asOf)}
            value={moment.asOf}
            onChange={(asOf) => setMoment({ asOf, from: undefined, through: undefined })}
          />
        </fieldset>
        <fieldset>
          <legend>{say(words.period)}</legend>
          <PeriodPicker label={say(words.period)} value={moment.period} onChange={setPeriod} />
          <div className="row">
            {periodsOf(moment.asOf).map((choice) => (
              <button
                key={choice.words.en}
                type="button"
                className="plain-button"
                onClick={() => setMoment({ asOf: moment.asOf, ...choice.period })}
              >
                {say(choice.words)}
              </button>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{say(words.known)}</legend>
          <div className="row">
            <Segmented
              aria-label={say(words.known)}
              value={moment.knownAt ? 'then' : 'now'}
              options={[
                { value: 'now', label: say(words.knownNow) },
                { value: 'then', label: say(words.knownThen) },
              ]}
              onChange={(value) => setMoment({ knownAt: value === 'now' ? undefined : endOf(moment.today) })}
            />
            {moment.knownAt ? (
              <DayPicker
                label={say(words.known)}
                value={isDay(knownOn) ? knownOn : undefined}
                onChange={(day) => setMoment({ knownAt: day ? endOf(day) : undefined })}
              />
            ) : null}
          </div>
          <p className="help">{say(words.knownHelp)}</p>
        </fieldset>
        <fieldset>
          <legend>{say(words.structure)}</legend>
          <Segmented
            aria-label={say(words.structure)}
            value={moment.structure}
            options={[
              { value: 'then', label: say(words.then) },
              { value: 'today', label: say(words.today) },
            ]}
            onChange={(value) => setMoment({ structure: value === 'today' ? 'today' : undefined })}
          />
          <p className="help">{say(words.structureHelp)}</p>
        </fieldset>
        <div className="row">
          <button type="button" className="button" onClick={() => setMoment(nothing)}>
            {say(words.reset)}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => setMoment({ ...nothing, asOf: moment.today })}
          >
            {say(words.resetToday)}
          </button>
          <button type="button" className="main-button" onClick={close}>
            {say(words.close)}
          </button>
        </div>
      </div>
    </AntdFrame>
  )
}
