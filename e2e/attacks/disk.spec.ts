/** Somebody with access to the machine changes the ledger's file: the doctor names the fact (`[OPS-31]`). */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import Database from 'libsql'
import { COMMAND_LINE } from '../stage/programs.ts'
import { expect, test } from '../stage/test.ts'

function doctor(data: string): { code: number | null; findings: { kind: string; at: string }[] } {
  const program = [COMMAND_LINE, 'doctor', '--json', '--data', data]
  const { status, stdout } = spawnSync(process.execPath, program, { encoding: 'utf8' })
  return { code: status, findings: (JSON.parse(stdout) as { findings: { kind: string; at: string }[] }).findings }
}

test('[OPS-31] an approval changed on disk is found by its number, and an office left alone has nothing to find', async ({
  relay,
}) => {
  await relay.stop()
  expect(doctor(relay.data)).toEqual({ code: 0, findings: [] })
  const database = new Database(join(relay.data, 'yejibu.sqlite'))
  const ruling = database.prepare("SELECT seq, data FROM fact WHERE kind = 'revision-returned'").get() as {
    seq: number
    data: string
  }
  database.prepare("UPDATE fact SET kind = 'revision-approved' WHERE seq = ?").run(ruling.seq)
  database.close()
  const found = doctor(relay.data)
  expect(found.code).toBe(1)
  expect(found.findings).toContainEqual(expect.objectContaining({ kind: 'fact-changed', at: `fact ${ruling.seq}` }))
})
