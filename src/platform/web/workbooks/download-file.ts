/** Hands a file that came as an answer to the browser's downloads. */
export function downloadFile(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser reads the address after this turn; it is let go well after that.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
