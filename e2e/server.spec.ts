import { expect, test } from "./fixtures.ts";

test("the program becomes ready, survives a power cut, and stops when asked", async ({ server }) => {
  for (const probe of ["/health/live", "/health/ready"]) {
    expect((await fetch(server.url + probe)).status, probe).toBe(200);
  }
  const before = server.pid;
  await server.kill();
  expect(server.pid).toBeUndefined();
  await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();

  await server.serve();
  expect(server.pid).not.toBe(before);
  expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  await server.stop();
});

test("the link that init printed opens in a browser", async ({ server, page }) => {
  const answer = await page.goto(server.adminLink());
  expect(answer?.status()).toBe(200);
});
