// Reads what the two test runners wrote about themselves. A runner that says nothing, or that
// ends badly without naming a failed test, counts as one failure: silence is never a pass.
import fs from 'node:fs';

/** Counts of one step: `{ passed, failed, skipped }`. */
export function vitestTotals(file, code) {
  return counted(file, code, (report) => {
    // A file that could not even be loaded has no tests in it and still must not count as nothing.
    const unloaded = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    ).length;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  });
}

/** The same for Playwright's JSON report. `flaky` counts, of those that passed, the ones that did so on a retry only. */
export function playwrightTotals(file, code) {
  return counted(file, code, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    flaky: stats.flaky,
  }));
}

function counted(file, code, read) {
  let totals;
  try {
    totals = read(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { passed, failed } = totals;
  if (failed === 0 && (code !== 0 || passed === 0)) return { ...totals, failed: 1 };
  return totals;
}
