import { useSay } from '../../../../platform/web/language/use-say.ts'
import { PaperTitle, type PaperProps } from './paper-title.tsx'
import { paperWords } from './paper-words.ts'
import { electionWords as words } from './words.ts'

/** 候选人名册: who stands, in the order of the list. */
export function CandidateList(props: PaperProps) {
  const say = useSay()
  const listed = props.ballot.contenders.filter(({ way }) => way === 'candidate')
  const byHand = listed.some(({ movedByHand }) => movedByHand)
  return (
    <>
      <PaperTitle {...props} name={words.paperNames.list} />
      <p>
        {say(paperWords.seats(props.ballot.seats))} · {say(byHand ? paperWords.byHand : paperWords.byStrokes)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.no)}</th>
            <th scope="col">{say(words.name)}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ personId, name, position }) => (
            <tr key={personId}>
              <td>{position}</td>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
