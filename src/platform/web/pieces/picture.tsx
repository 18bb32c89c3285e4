import { IconProvider } from '@ant-design/icons'
import type { ComponentType } from 'react'
import { cspNonce } from './csp-nonce.ts'

const icons = { csp: { nonce: cspNonce } }

/** An icon beside words or under a name: its own name is an English word of its library. */
export function Picture({ icon: Icon }: { icon: ComponentType }) {
  return (
    <span aria-hidden="true">
      <IconProvider value={icons}>
        <Icon />
      </IconProvider>
    </span>
  )
}
