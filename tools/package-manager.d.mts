export const packageManager: string
