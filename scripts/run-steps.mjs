/**
 * Runs steps, at most two side by side (the machines this is tested on have two cores), shows the whole output of those
 * that failed, and goes on after a failure.
 */

/** @returns {Promise<{ passed: number, failed: number }>} the sum over the steps */
export async function runSteps(steps, sideBySide = 2) {
  const waiting = [...steps]
  const total = { passed: 0, failed: 0 }
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now()
      const { passed, failed, output, again = [] } = await answerOf(step)
      total.passed += passed
      total.failed += failed
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const outcome = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} FAILED`
      console.log(`${failed === 0 ? '✓' : '✗'} ${step.name}: ${outcome} (${seconds} s)`)
      for (const name of again) console.log(`! passed only at the second try, look into it: ${name}`)
      if (failed > 0) console.log(`${indented(output)}\n`)
    }
  }
  await Promise.all(Array.from({ length: sideBySide }, worker))
  return total
}

async function answerOf(step) {
  try {
    return await step.run()
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? String(error.stack) : String(error) }
  }
}

function indented(output) {
  return output.trimEnd().replace(/^/gm, '  │ ')
}
