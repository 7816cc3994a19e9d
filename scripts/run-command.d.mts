export function runQuietly(
  command: string,
  args: string[],
  options?: { cwd?: string; env?: Record<string, string | undefined>; limitMs?: number },
): Promise<{ readonly code: number; readonly output: string }>
