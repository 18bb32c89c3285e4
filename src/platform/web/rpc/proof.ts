type AskForProof = () => Promise<boolean>

let ask: AskForProof = async () => false
let asking: Promise<boolean> | undefined

/** Who asks the person to prove to be themselves; false where they would rather not. */
export function onProofAsked(asker: AskForProof): void {
  ask = asker
}

/** Requests that are turned back at the same moment wait for one question. */
export function askForProof(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking
}
