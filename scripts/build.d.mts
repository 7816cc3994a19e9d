export function build(
  folder: 'client' | 'sync-server',
  run: (
    command: string,
    args: string[],
    options: { cwd: string },
  ) => Promise<{ readonly code: number; readonly output: string }>,
): Promise<{ readonly code: number; readonly output: string }>
