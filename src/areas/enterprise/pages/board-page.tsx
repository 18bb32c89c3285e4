import { useSay } from '../../../platform/web/language/use-say.ts'
import { asOfText, periodText } from '../../../platform/web/moment/moment-words.ts'
import { useMoment } from '../../../platform/web/moment/use-moment.ts'
import { PageHead } from '../../../platform/web/pieces/page-head.tsx'
import { linesInPeriod, linesOnDay } from './board-lines.ts'
import { BoardTable } from './board-table.tsx'
import { boardWords as words } from './board-words.ts'
import './board.css'

/** The leading group's page: the figures of the service to companies, for the place chosen and each place right beneath it. */
export function BoardPage() {
  const say = useSay()
  const { asOf, period } = useMoment()
  return (
    <>
      <PageHead title={say(words.title)} line={say(asOfText(asOf))} paper="A4 landscape" />
      <p className="help">{say(words.help)}</p>
      <BoardTable title={say(words.onDay)} line={say(asOfText(asOf))} lines={linesOnDay} />
      <BoardTable title={say(words.inPeriod)} line={say(periodText(period))} lines={linesInPeriod} />
    </>
  )
}
