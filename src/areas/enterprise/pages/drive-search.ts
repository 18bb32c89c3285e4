/** Which drive the page shows; the newest where it is not said. */
export type DriveSearch = { readonly drive?: string | undefined }

export const readDriveSearch = ({ drive }: Record<string, unknown>): DriveSearch => ({
  drive: typeof drive === 'string' ? drive : undefined,
})
