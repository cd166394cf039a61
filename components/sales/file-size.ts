/** A file's size as people read it: "340 kB", "2.4 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  if (bytes < 1_048_576) return `${Math.round(bytes / 1024)} kB`
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
