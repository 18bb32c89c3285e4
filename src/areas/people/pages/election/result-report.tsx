import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import { officerRoles } from '../../terms.ts'
import { CountedFigures } from './counted-figures.tsx'
import { PaperTitle, type PaperProps } from './paper-title.tsx'
import { paperWords } from './paper-words.ts'
import { electionWords as words } from './words.ts'

/** 选举结果报告单: the figures, both lines with their articles, the votes, and who signs for them. */
export function ResultReport(props: PaperProps) {
  const say = useSay()
  const { ballot, election } = props
  if (!ballot.on) return <p className="empty">{say(paperWords.notCounted)}</p>
  const named = (role: keyof typeof officerRoles) =>
    election.officers
      .filter((officer) => officer.role === role)
      .map(({ name }) => name)
      .join(say({ zh: '、', en: ', ' }))
  const colon = say({ zh: '：', en: ': ' })
  return (
    <>
      <PaperTitle {...props} name={words.paperNames.report} />
      <p>
        {say(words.voteDay)}
        {colon}
        {say(dayText(ballot.on))} · {say(paperWords.seats(ballot.seats))}
      </p>
      <CountedFigures ballot={ballot} />
      {ballot.outcome ? <p className="help">{say(ballot.outcome.regime)}</p> : null}
      <table>
        <thead>
          <tr>
            {[words.name, words.votesFor, words.votesAgainst, words.abstained, words.result].map(
              (heading) => (
                <th key={heading.zh} scope="col">
                  {say(heading)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {ballot.contenders.map(({ personId, name, way, votes, outcome }) => (
            <tr key={personId}>
              <td>
                {name}
                {way === 'write_in' ? ` (${say(words.writtenIn)})` : null}
              </td>
              <td>{votes?.for}</td>
              <td>{way === 'candidate' ? votes?.against : null}</td>
              <td>{way === 'candidate' ? votes?.abstain : null}</td>
              <td>{outcome ? say(outcome) : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="election-signatures">
        <p>
          {say(paperWords.scrutineers)}
          {colon}
          {named('scrutineer')}
        </p>
        <p>
          {say(paperWords.tellers)}
          {colon}
          {named('teller')}
        </p>
        <p>
          {say(paperWords.chair)}
          {colon}
        </p>
        <p>{say(paperWords.date)}</p>
      </div>
    </>
  )
}
