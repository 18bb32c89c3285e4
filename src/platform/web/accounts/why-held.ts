import type { GrantedRole } from '../../access/account-contract.ts'
import { text, type Text } from '../../text.ts'
import { today } from '../../values/day.ts'
import { accountWords as words } from './words.ts'

/** Why a role is held: by whom it was granted or handed on, and the post with which it goes. */
export function whyHeld({ granted, holding, handedOn }: GrantedRole['why']): Text {
  const parts = [
    ...(handedOn ? [words.handedOnBy(handedOn.by, handedOn.reason)] : []),
    ...(holding ? [words.withHolding(holding)] : []),
    ...(granted ? [words.granted(granted.by, granted.at === null ? null : today(new Date(granted.at)))] : []),
  ]
  return text(parts.map(({ zh }) => zh).join('；'), parts.map(({ en }) => en).join('; '))
}
