import { FigureLink } from '../../../platform/web/figure/figure-link.tsx'
import { useSheet } from '../../../platform/web/figure/use-sheet.ts'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { ProblemNote } from '../../../platform/web/pieces/problem-note.tsx'
import { enterpriseFigureWords } from './figure-words.ts'
import { pairingWords as words } from './words-zones.ts'

const figures = Object.keys(enterpriseFigureWords)
const lines = figures.map((figure) => ({ figure }))

/** The office’s figures at the place chosen, over all zones: each opens its rows. */
export function PairingFigures() {
  const say = useSay()
  const { node, at, error } = useSheet(lines, true)
  const numbers = node && at(node.id)
  if (error) return <ProblemNote error={error} />
  if (!node || !numbers) return null
  return (
    <dl className="pairing-figures" aria-label={say(words.figures)}>
      {numbers.map((number) => (
        <div key={number.figure}>
          <dt>{say(enterpriseFigureWords[number.figure] ?? words.figures)}</dt>
          <dd>
            <FigureLink number={number} place={node.id} unit={number.unit} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
