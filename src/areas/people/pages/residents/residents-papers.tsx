import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import type { Text } from '../../../../platform/text.ts'
import type { ResidentsBallotView, ResidentsView } from '../../residents-view-schema.ts'
import { residentsModes } from '../../rules/elections/residents/round.ts'
import { electionKinds, residentsContests, residentsVotes } from '../../terms.ts'
import { paperWords } from '../election/paper-words.ts'
import { electionWords } from '../election/words.ts'
import { ResidentsFigures } from './residents-figures.tsx'
import { residentsWords as words } from './words.ts'

type PaperProps = { readonly election: ResidentsView; readonly ballot: ResidentsBallotView }
const candidates = ({ contenders }: ResidentsBallotView) =>
  contenders.filter(({ way }) => way === 'candidate')
/** An empty cell, to be marked by hand. */
const blank = '\u00a0'

function Title({ election, ballot, name }: PaperProps & { name: Text }) {
  const say = useSay()
  const { community, kind, termNo, seats, mode } = election
  return (
    <>
      <h2>{say(paperWords.title(say(words.committee(community.name)), name))}</h2>
      <p className="centred">
        {say(words.plan(electionKinds[kind], termNo, seats, residentsModes[mode].name))} ·{' '}
        {say(electionWords.round(residentsContests[ballot.contest], ballot.no, residentsVotes[ballot.vote]))}
      </p>
    </>
  )
}

function Heads({ of }: { of: readonly Text[] }) {
  const say = useSay()
  return (
    <thead>
      <tr>
        {of.map((heading) => (
          <th key={heading.zh} scope="col">
            {say(heading)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** 候选人名册: who stands, in the order of the list. */
export function ResidentsCandidateList(props: PaperProps) {
  const say = useSay()
  const listed = candidates(props.ballot)
  const byHand = listed.some(({ movedByHand }) => movedByHand)
  return (
    <>
      <Title {...props} name={words.papers.list} />
      <p>
        {say(paperWords.seats(props.ballot.seats))} · {say(byHand ? paperWords.byHand : paperWords.byStrokes)}
      </p>
      <table>
        <Heads of={[electionWords.no, electionWords.name]} />
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

/** 选票: a mark for each candidate, and room to write somebody in. It carries no number, so that nobody's can be told. */
export function ResidentsBallotPaper(props: PaperProps) {
  const say = useSay()
  const { ballot } = props
  const rooms = Array.from({ length: Math.min(ballot.seats, 3) }, (_, at) => at)
  return (
    <>
      <Title {...props} name={words.papers.ballot} />
      <table>
        <Heads of={[electionWords.name, paperWords.mark]} />
        <tbody>
          {candidates(ballot).map(({ personId, name }) => (
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
      <p>{say(words.instructions(ballot.seats))}</p>
      <p>{say(paperWords.noName)}</p>
    </>
  )
}

/** 选举结果报告单: the figures, what it took, the votes, and who signs for them. */
export function ResidentsReport(props: PaperProps) {
  const say = useSay()
  const { ballot, election } = props
  if (!ballot.on) return <p className="empty">{say(paperWords.notCounted)}</p>
  const colon = say({ zh: '：', en: ': ' })
  const named = (role: ResidentsView['officers'][number]['role']) =>
    election.officers
      .filter((officer) => officer.role === role)
      .map(({ name }) => name)
      .join(say({ zh: '、', en: ', ' }))
  return (
    <>
      <Title {...props} name={words.papers.report} />
      <p>
        {say(electionWords.voteDay)}
        {colon}
        {say(dayText(ballot.on))} · {say(paperWords.seats(ballot.seats))}
      </p>
      <ResidentsFigures ballot={ballot} />
      <table>
        <Heads of={[electionWords.name, words.votes, electionWords.result]} />
        <tbody>
          {ballot.contenders.map(({ personId, name, way, votes, outcome }) => (
            <tr key={personId}>
              <td>
                {name}
                {way === 'write_in' ? ` (${say(electionWords.writtenIn)})` : null}
              </td>
              <td>{votes}</td>
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
          {say(words.committeeChair)}
          {colon}
          {named('committee_chair')}
        </p>
        <p>{say(paperWords.date)}</p>
      </div>
    </>
  )
}
