import { useNavigate } from '@tanstack/react-router'
import type { RecordAct } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { formWords as words } from './form-words.ts'

/** The ways in which a record can begin; each asks for its own values, and what is typed stays. */
export function Beginnings({ ways, chosen }: { ways: readonly RecordAct[]; chosen: RecordAct }) {
  const say = useSay()
  const navigate = useNavigate()
  const choose = (act: string) =>
    void navigate({ to: '.', search: (old: object) => ({ ...old, act }), replace: true, resetScroll: false })
  return (
    <fieldset className="ways">
      <legend>{say(words.howBegun)}</legend>
      {ways.map((act) => (
        <label key={act.kind}>
          <input type="radio" name="act" checked={act === chosen} onChange={() => choose(act.kind)} />{' '}
          {say(act.label)}
        </label>
      ))}
    </fieldset>
  )
}
