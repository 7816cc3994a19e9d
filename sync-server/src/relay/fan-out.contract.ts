/** What every fan-out does. Each implementation's test calls this with a way to open one more that hears the others. */
import { afterEach, describe, expect, it } from 'vitest'
import type { FanOut, Hint } from './fan-out.ts'

/** Tells until it is heard: a hint may be lost while connections are made. */
export async function tellUntilHeard(from: FanOut, to: FanOut, hint: Hint): Promise<Hint> {
  return new Promise((resolve) => {
    const again = setInterval(() => from.tell(hint), 20)
    const undo = to.listen((heard) => {
      clearInterval(again)
      undo()
      resolve(heard)
    })
  })
}

export function fanOutContract(name: string, open: () => FanOut): void {
  describe(`fan-out over ${name}`, () => {
    const opened: FanOut[] = []
    const openOne = () => {
      const fanOut = open()
      opened.push(fanOut)
      return fanOut
    }
    afterEach(async () => {
      for (const fanOut of opened.splice(0)) await fanOut.close()
    })

    it('[RELAY-213] what one relay tells the others hear, and it does not hear itself', async () => {
      const [one, two, three] = [openOne(), openOne(), openOne()]
      const hint: Hint = { documents: [['archive/a1', 7]], facts: true }
      const heardBySelf: Hint[] = []
      one.listen((heard) => heardBySelf.push(heard))
      expect(await tellUntilHeard(one, two, hint)).toEqual(hint)
      expect(await tellUntilHeard(one, three, hint)).toEqual(hint)
      await tellUntilHeard(two, three, { documents: [], facts: false })
      expect(heardBySelf.every(({ facts }) => !facts)).toBe(true)
    })

    it('[RELAY-213] who stopped listening hears nothing, and telling after the end does no harm', async () => {
      const [one, two] = [openOne(), openOne()]
      const heard: Hint[] = []
      two.listen((hint) => heard.push(hint))()
      await tellUntilHeard(one, two, { documents: [], facts: true })
      expect(heard).toEqual([])
      await one.close()
      expect(() => one.tell({ documents: [], facts: true })).not.toThrow()
    })
  })
}
