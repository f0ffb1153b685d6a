import {defineConfig} from "vitest/config";

// Two projects: `unit` needs only the sources; `site` needs a build in dist/ (made by test/run.ts) and a browser.
export default defineConfig({
  test: {
    expect: {requireAssertions: true},
    reporters: ["default"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/site.test.ts", "test/browser/**"]}
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["test/site.test.ts", "test/browser/**/*.test.ts"],
          fileParallelism: false,
          // What a page shows is waited for, long enough for a busy machine.
          expect: {poll: {timeout: 30_000, interval: 50}},
          testTimeout: 180_000,
          // The reporter names a test that needed its second chance.
          retry: 1
        }
      }
    ]
  }
});
