import type { Text } from '../../text.ts'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { timeOf } from '../moment/moment.ts'
import { useMoment } from '../moment/use-moment.ts'
import { useMe } from '../session/me.ts'
import { ownPlace } from './own-place.ts'
import { useObeysLine } from './use-obeys-line.ts'
import { placeWords } from './words.ts'

export type Chosen = { readonly along: 'place' | 'line'; readonly label: Text; readonly name: string }

/** What the page on screen is narrowed to, by name. A tree is asked for only where its node is to be named. */
export function useChosen(): Chosen {
  const say = useSay()
  const me = useMe()
  const moment = useMoment()
  const { places, line } = useApp()
  const obeysLine = useObeysLine()
  const along = obeysLine ? moment.along : 'place'
  const ofPlaces = places(timeOf(moment), along === 'place' && moment.node !== undefined).nodes
  const ofLine = line.nodes(timeOf(moment), along === 'line').nodes
  if (along === 'line') {
    const roots = ofLine?.filter((node) => node.parentId === null)
    const chosen = moment.line
      ? ofLine?.find((node) => node.id === moment.line || node.code === moment.line)
      : roots?.length === 1
        ? roots[0]
        : undefined
    const missing = moment.line && ofLine ? line.words.notThere : line.words.own
    return { along, label: line.words.control, name: chosen?.name ?? say(missing) }
  }
  const chosen = ofPlaces?.find((place) => place.id === moment.node || place.code === moment.node)
  const missing = ofPlaces ? placeWords.notThere : placeWords.unknown
  return {
    along,
    label: placeWords.control,
    name: moment.node ? (chosen?.name ?? say(missing)) : say(ownPlace(me)),
  }
}
