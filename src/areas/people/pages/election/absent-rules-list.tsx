import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { ElectionView } from '../../election-view-schema.ts'
import { Part } from './part.tsx'
import { electionWords as words } from './words.ts'

/** What is not judged on the day of an election, and why; nothing where all of it is. */
export function AbsentRules({ absent }: Pick<ElectionView, 'absent'>) {
  const say = useSay()
  if (absent.length === 0) return null
  return (
    <Part title={say(words.absent)}>
      <ul>
        {absent.map(({ subject, why }) => (
          <li key={subject.zh}>
            {say(subject)}
            {say({ zh: '：', en: ': ' })}
            {say(why)}
          </li>
        ))}
      </ul>
    </Part>
  )
}
