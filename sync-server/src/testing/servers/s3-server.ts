/** A real S3-compatible server for tests, from an npm package; its files lie in a folder of their own and go with `close`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import S3rver from 's3rver'
import { folderForTests } from './test-folder.ts'

export interface S3Server {
  /** As `--evidence` takes it. */
  readonly address: string
  /** Where the server keeps the files of the bucket. */
  readonly folder: string
  close(): Promise<void>
}

const BUCKET = 'yejibu'

export async function startS3(): Promise<S3Server> {
  const directory = mkdtempSync(join(folderForTests(), 'yejibu-s3-'))
  const server = new S3rver({
    ...{ directory, address: '127.0.0.1', port: 0, silent: true },
    configureBuckets: [{ name: BUCKET, configs: [] }],
  })
  const { port } = await server.run()
  return {
    // The key that the server knows.
    address: `s3+http://S3RVER:S3RVER@127.0.0.1:${port}/${BUCKET}`,
    folder: join(directory, BUCKET),
    async close() {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
