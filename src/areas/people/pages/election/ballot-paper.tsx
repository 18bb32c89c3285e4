import { useSay } from '../../../../platform/web/language/use-say.ts'
import { PaperTitle, type PaperProps } from './paper-title.tsx'
import { paperWords } from './paper-words.ts'
import { electionWords as words } from './words.ts'

/** An empty cell, to be marked by hand. */
const blank = '\u00a0'

/** 选票: a mark for each candidate, and room to write somebody in. It carries no number, so that nobody's can be told. */
export function BallotPaper(props: PaperProps) {
  const say = useSay()
  const { contenders, seats } = props.ballot
  const listed = contenders.filter(({ way }) => way === 'candidate')
  const rooms = Array.from({ length: Math.min(seats, 3) }, (_, at) => at)
  return (
    <>
      <PaperTitle {...props} name={words.paperNames.ballot} />
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.name)}</th>
            <th scope="col">{say(paperWords.mark)}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map(({ personId, name }) => (
            <tr key={personId}>
              <td>{name}</td>
              <td className="mark">{blank}</td>
            </tr>
          ))}
          {rooms.map((at) => (
            <tr key={at}>
              <td>
                {say(paperWords.writeIn)}
                {say({ zh: '：', en: ':' })}
              </td>
              <td className="mark">{blank}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{say(paperWords.instructions(seats))}</p>
      <p>{say(paperWords.noName)}</p>
    </>
  )
}
