import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useMemo } from 'react'
import { useSay } from '../language/use-say.ts'
import { type Day, isDay } from '../../values/day.ts'
import type { Period } from '../../values/period.ts'
import { type Described, describedIn } from './described.ts'
import { pieceWords } from './words.ts'

/** A day, typed as 2018-06-30 or picked. Below an {@link AntdFrame}. */
export function DayPicker(
  props: Described & {
    id?: string
    value?: Day | undefined
    onChange?: (value: Day | undefined) => void
    label?: string
    clearable?: boolean
  },
) {
  const say = useSay()
  const shown = useShown(props.value)
  return (
    <DatePicker
      {...(props.id ? { id: props.id } : {})}
      {...describedIn(props)}
      value={shown}
      onChange={(value) => props.onChange?.(readDay(value?.format('YYYY-MM-DD')))}
      format={['YYYY-MM-DD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日']}
      allowClear={props.clearable ?? false}
      placeholder={say(pieceWords.pickDay)}
      aria-label={props.label}
      // Enter takes the day typed; it must not also send the form around it.
      onKeyDown={(event) => (event.key === 'Enter' ? event.preventDefault() : undefined)}
    />
  )
}

/** Both days of a period, the last included. */
export function PeriodPicker(props: { value: Period; onChange: (value: Period) => void; label: string }) {
  const [from, through] = [useShown(props.value.from), useShown(props.value.through)]
  return (
    <DatePicker.RangePicker
      value={useMemo(() => [from, through], [from, through])}
      onChange={(values) => {
        const from = readDay(values?.[0]?.format('YYYY-MM-DD'))
        const through = readDay(values?.[1]?.format('YYYY-MM-DD'))
        if (from && through) props.onChange({ from, through })
      }}
      format="YYYY-MM-DD"
      allowClear={false}
      aria-label={props.label}
    />
  )
}

/** The same object for the same day: the library takes another one for a change from outside and drops what is half typed. */
function useShown(day: Day | undefined) {
  return useMemo(() => (day ? dayjs(day) : null), [day])
}

function readDay(value: string | undefined): Day | undefined {
  return isDay(value) ? value : undefined
}
