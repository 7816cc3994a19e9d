import { updateLogContract } from '../../relay/update-log.contract.ts'
import { memoryUpdateLog } from './update-log.ts'

let epochs = 0
const newEpoch = () => {
  epochs += 1
  return `e${epochs}`
}

updateLogContract('memory', () => ({
  log: memoryUpdateLog(newEpoch),
  reopen: () => null,
  close: () => {},
}))
