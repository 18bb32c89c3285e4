import { useState } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { Receipt } from '../../public-contract.ts'
import { formWords as words } from './form-words.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { RequestForm } from './request-form.tsx'
import { useTitle } from './use-title.ts'

/** The form, and in its place what came of it. */
export function FormPage() {
  const [receipt, setReceipt] = useState<Receipt | null>(null)
  return receipt ? <ReceiptPage receipt={receipt} /> : <EmptyForm sent={setReceipt} />
}

function EmptyForm({ sent }: { sent: (receipt: Receipt) => void }) {
  const say = useSay()
  useTitle(words.title)
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p className="public-intro">{say(words.intro)}</p>
      <RequestForm sent={sent} />
    </>
  )
}
