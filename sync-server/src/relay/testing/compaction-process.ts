/**
 * Compacts one document and dies by SIGKILL before its n-th step: `compaction-process.ts <database file> <n>`. A step is a statement, a begin or a
 * commit given to the database, or the merge. With more steps than there are it ends by itself and prints how many it took.
 */
import { type Database, openDatabase } from '../../store/sqlite/database.ts'
import { sqliteUpdateLog } from '../../store/sqlite/update-log.ts'
import { compactUpdates } from '../compact-updates.ts'
import { makeCompaction } from '../compaction.ts'

const [, , file = '', last = '0'] = process.argv
let steps = 0
let isCounting = false

function step(): void {
  if (!isCounting) return
  steps++
  if (steps >= Number(last)) process.kill(process.pid, 'SIGKILL')
}

const database = openDatabase(file, 'relay')
const counted: Database = {
  ...database,
  prepare: <Row>(sql: string) => {
    const statement = database.prepare<Row>(sql)
    return {
      run: (...values) => {
        step()
        return statement.run(...values)
      },
      get: (...values) => {
        step()
        return statement.get(...values)
      },
      all: (...values) => {
        step()
        return statement.all(...values)
      },
    }
  },
  transaction: (work) => {
    step()
    const result = database.transaction(() => {
      const done = work()
      step()
      return done
    })
    step()
    return result
  },
}
const compaction = makeCompaction(
  sqliteUpdateLog(counted, () => 'never'),
  {
    merge: async (updates) => {
      step()
      return compactUpdates(updates)
    },
    close: async () => {},
  },
)
isCounting = true
await compaction.compact('archive/a1')
process.stdout.write(`${steps}\n`)
database.close()
