import { useSay } from '../../../../platform/web/language/use-say.ts'
import { dayText } from '../../../../platform/web/moment/moment-words.ts'
import type { ResidentsView } from '../../residents-view-schema.ts'
import { paperWords } from '../election/paper-words.ts'
import { residentsWords as words } from './words.ts'

/** 选民名单公告: how many voters and by when to object. The names themselves are posted from paper and kept nowhere here. */
export function VoterNotice({ election }: { election: ResidentsView }) {
  const say = useSay()
  const { community, voters, listPublishedOn, calendar, plannedOn, steps } = election
  const until = calendar.find(({ id }) => id === 'RC_OBJECT')?.by
  const electionOn = steps.find(({ step }) => step === 'held')?.on ?? plannedOn
  if (voters === null || listPublishedOn === null || !until)
    return <p className="empty">{say(words.noList)}</p>
  return (
    <>
      <h2>{say(paperWords.title(say(words.committee(community.name)), words.papers.notice))}</h2>
      <p>{say(words.notice(voters, dayText(listPublishedOn), dayText(electionOn), dayText(until)))}</p>
      <p>{say(words.noticeAnnex)}</p>
      <div className="election-signatures">
        <p>{say(words.signedBy)}</p>
        <p>{say(dayText(listPublishedOn))}</p>
      </div>
    </>
  )
}
