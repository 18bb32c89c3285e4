import { useSay } from '../../../../platform/web/language/use-say.ts'
import { type Nominator, nominators as nominatorWords } from '../../terms.ts'
import { NumberInput } from '../election/number-input.tsx'
import { electionWords } from '../election/words.ts'
import { residentsWords as words } from './words.ts'

export type Nominee = {
  readonly personId: string
  readonly nominatedBy: Nominator
  /** As typed; of those whom voters nominate together. */
  readonly nominators: string
}

/** Somebody who is to stand, and who nominated them. */
export function NomineeRow(props: {
  nominee: Nominee
  name: string
  onChange: (changed: Nominee | null) => void
}) {
  const say = useSay()
  const { nominee, name, onChange } = props
  return (
    <>
      {name}{' '}
      <select
        className="select"
        aria-label={say(words.nominatedBy(name))}
        value={nominee.nominatedBy}
        onChange={(event) => onChange({ ...nominee, nominatedBy: event.target.value as Nominator })}
      >
        {(Object.keys(nominatorWords) as Nominator[]).map((key) => (
          <option key={key} value={key}>
            {say(nominatorWords[key])}
          </option>
        ))}
      </select>{' '}
      <button
        type="button"
        className="plain-button"
        aria-label={say(electionWords.remove(name))}
        onClick={() => onChange(null)}
      >
        ×
      </button>
      {nominee.nominatedBy === 'voters' ? (
        <NumberInput
          label={say(words.nominators(name))}
          value={nominee.nominators}
          onChange={(nominators) => onChange({ ...nominee, nominators })}
        />
      ) : null}
    </>
  )
}
