import { fanOutContract } from '../../relay/fan-out.contract.ts'
import { memoryFanOut } from './fan-out.ts'

fanOutContract('memory', memoryFanOut())
