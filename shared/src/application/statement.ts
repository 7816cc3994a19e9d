/** How the 本人述职 is counted (V-STMT-LEN): Unicode code points after trimming, line breaks not counted. 𠮷 is one. */
export function countStatement(text: string): number {
  let chars = 0
  for (const char of text.trim()) if (char !== '\n' && char !== '\r') chars++
  return chars
}
