import { Link } from '@tanstack/react-router'
import { useSay } from '../../../platform/web/language/use-say.ts'
import { useSetMoment } from '../../../platform/web/moment/use-moment.ts'
import { pieceWords } from '../../../platform/web/pieces/words.ts'
import type { TreeNode } from '../contract.ts'
import { councilType, partyOrganisationType, placeType } from '../records.ts'
import { councilKinds, foundedIn, type FoundedIn, organisationKinds, placeKinds } from '../terms.ts'
import { countShown, shownCounts } from './shown-count.ts'
import { pageWords as words } from './words.ts'

function isFoundedIn(value: string): value is FoundedIn {
  return value in foundedIn
}

/** What a place holds: its counts, the organisations seated in it, the councils over it. */
export function PlaceDetail({ node }: { node: TreeNode }) {
  const say = useSay()
  const setMoment = useSetMoment()
  const none = <p className="help">{say(pieceWords.none)}</p>
  return (
    <>
      <h2>
        {node.name} <span className="tag">{say(placeKinds[node.kind])}</span>
      </h2>
      <p className="help">
        {say(words.code)} {node.code ?? say(pieceWords.none)}
      </p>
      <p className="row screen-only">
        <button type="button" className="button" onClick={() => setMoment({ node: node.id })}>
          {say(words.useAsPlace)}
        </button>
        <Link to="/records/$type/$id" params={{ type: placeType.id, id: node.id }}>
          {say(words.open)}
        </Link>
      </p>
      <dl className="tree-counts">
        {shownCounts.map((count) => (
          <div key={count}>
            <dt>{say(words.counts[count])}</dt>
            <dd className="numeric">{countShown(node, count)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say(words.seated)}</h3>
      {node.organisations.length === 0 ? none : null}
      <ul className="two-lines">
        {node.organisations.map((organisation) => (
          <li key={organisation.id}>
            <Link to="/records/$type/$id" params={{ type: partyOrganisationType.id, id: organisation.id }}>
              {organisation.name}
            </Link>
            <div className="second">
              <span>{say(organisationKinds[organisation.kind])}</span>
              {isFoundedIn(organisation.foundedIn) ? (
                <span>{say(words.foundedIn(foundedIn[organisation.foundedIn]))}</span>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <h3>{say(words.councils)}</h3>
      {node.councils.length === 0 ? none : <p className="help">{say(words.councilHelp)}</p>}
      <ul className="two-lines">
        {node.councils.map((council) => (
          <li key={council.id}>
            <Link to="/records/$type/$id" params={{ type: councilType.id, id: council.id }}>
              {council.name}
            </Link>
            <div className="second">
              <span>{say(councilKinds[council.kind])}</span>
              <span>{say(words.seats(council.seats))}</span>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
