/**
 * How many tests passed and failed, read from what the test runners report.
 *
 * Always true: a run that did not succeed counts at least one failure, whatever its report says, and so does one without
 * a single test. A journey that passed only at the second try has found something: it is named in `again`.
 */

/** @param report Vitest's JSON report, undefined when it wrote none; @param {number} code its exit code */
export function vitestCounts(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  // A file that could not even be loaded has no test to count.
  const crashed = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const skipped = report.numPendingTests + report.numTodoTests
  return honest(report.numPassedTests, report.numFailedTests + crashed.length + skipped, code)
}

/** @param report Playwright's JSON report, undefined when it wrote none; @param {number} code its exit code */
export function playwrightCounts(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const again = specsOf(report.suites)
    .filter((spec) => spec.tests.some((test) => test.status === 'flaky'))
    .map((spec) => `${spec.file}: ${spec.title}`)
  return { ...honest(expected + flaky, unexpected + skipped + report.errors.length, code), again }
}

function specsOf(suites) {
  return suites.flatMap((suite) => [...suite.specs, ...specsOf(suite.suites ?? [])])
}

function honest(passed, failed, code) {
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed }
}
