/** The security policy's pass for style sheets made by script, new with each page that the server sends. */
export const cspNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
