/** Hands a file that was made in the browser to its owner, as a download. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  // What a file system takes for something else becomes a blank.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
  link.download = name.replace(/[\u0000-\u001f\u007f\\/:*?"<>|\u202a-\u202e\u2066-\u2069]/g, ' ')
  link.click()
  // The download has begun by then; a browser that reads later keeps the blob by itself.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
