// Three days of real changes replayed in a minute, followed by `sync --watch` and asked for at
// `serve`: how long from the moment the source shows a document until it is found. Fails when one
// of a hundred takes longer than five seconds. Skipped (77) where the data is absent.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const { KAMERZOEK_BIN: program, KAMERZOEK_REPLAY: replay, KAMERZOEK_ROOT: root } = process.env;
const data = join(process.env.KAMERZOEK_SHARED ?? join(root, "../shared"), "data");
const archive = join(data, "odata-Document.tar.zst");
if (!existsSync(archive)) {
  console.log(`skipped: no real data in ${data} (set KAMERZOEK_SHARED)`);
  process.exit(77);
}

const seconds = Number(process.env.SECONDS ?? 60);
const day = 86_400_000;
const work = mkdtempSync(join(tmpdir(), "kamerzoek-latency-"));
const running = [];

/** Starts a program and gives the first line it prints that holds an address. */
function start(command, args) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[0-9.:]+/);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", () => reject(new Error(`${command} ended: ${said}`)));
  });
}

function quantile(sorted, part) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

try {
  execFileSync("tar", ["--zstd", "-xf", archive, "-C", work]);
  const folder = join(work, "odata/Document");
  const records = readdirSync(folder)
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name))).value)
    .map(({ Id, ApiGewijzigdOp, Verwijderd }) => ({ id: Id, at: Date.parse(ApiGewijzigdOp), gone: Verwijderd }));
  const end = Math.max(...records.map(({ at }) => at));
  const begin = end - 3 * day;

  const source = await start(replay, ["--records", folder]);
  const until = (moment) => fetch(`${source}/replay/until?stamp=${new Date(moment).toISOString()}`);
  await until(begin);
  const sync = ["sync", "--from", `${source}/OData/v4/2.0`, "--rate", "200", "--metadata-only",
    "--index", join(work, "index")];
  execFileSync(program, sync, { stdio: "inherit" });
  const server = await start(program, ["serve", "--index", join(work, "index"), "--listen", "127.0.0.1:0"]);
  running.push(spawn(program, [...sync, "--watch", "--interval", "1"], { stdio: "ignore" }));

  const waiting = records.filter(({ at, gone }) => at > begin && !gone).sort((a, b) => a.at - b.at);
  const total = waiting.length;
  const pending = [];
  const latencies = [];
  const started = performance.now();
  while (waiting.length > 0 || pending.length > 0) {
    const elapsed = (performance.now() - started) / 1000;
    if (elapsed > seconds * 3) break;
    const now = Math.min(end, begin + (3 * day * elapsed) / seconds);
    await until(now);
    const shown = performance.now();
    while (waiting.length > 0 && waiting[0].at <= now) pending.push({ ...waiting.shift(), shown });
    for (const document of [...pending]) {
      const answer = await fetch(`${server}/api/v1/documents/${document.id}`);
      await answer.arrayBuffer();
      if (!answer.ok) continue;
      latencies.push((performance.now() - document.shown) / 1000);
      pending.splice(pending.indexOf(document), 1);
    }
    await sleep(100);
  }
  latencies.sort((a, b) => a - b);
  const [p50, p99] = [0.5, 0.99].map((part) => quantile(latencies, part));
  console.log(`${latencies.length} of ${total} documents found; from source to search ` +
    `p50 ${p50.toFixed(2)} s, p99 ${p99.toFixed(2)} s, longest ${latencies.at(-1).toFixed(2)} s`);
  process.exitCode = latencies.length === total && p99 <= 5 ? 0 : 1;
} finally {
  for (const child of running) child.kill();
  rmSync(work, { recursive: true, force: true });
}
