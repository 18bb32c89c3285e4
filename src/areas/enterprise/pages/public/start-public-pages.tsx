import { type ReactNode, StrictMode } from 'react'
import '../../../../platform/web/style/base.css'
import '../../../../platform/web/style/pieces.css'
import '../../../../platform/web/style/print.css'
import { FormPage } from './form-page.tsx'
import { LookPage } from './look-page.tsx'
import { NoSuchPage } from './no-such-page.tsx'
import { PublicFrame } from './public-frame.tsx'
import './public.css'

const pages: Readonly<Record<string, () => ReactNode>> = { '/': FormPage, '/look': LookPage }

/** The page of an address. Each is loaded whole: links are plain, and nothing is held from one to the next but the unsent text. */
export function startPublicPages(pathname: string): ReactNode {
  const Page = pages[pathname.replace(/(.)\/+$/, '$1')] ?? NoSuchPage
  return (
    <StrictMode>
      <PublicFrame>
        <Page />
      </PublicFrame>
    </StrictMode>
  )
}
