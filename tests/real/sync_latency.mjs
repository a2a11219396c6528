// Three days of real additions, changes and deletions replayed in a minute, followed by `sync
// --watch` with SOURCE (odata, or syncfeed) and asked for at `serve`: how long from the moment the
// source shows one until `serve` does. Fails when one of a hundred takes longer than five seconds.
// Skipped (77) where the data is absent.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

const following = process.env.SOURCE ?? "odata";
const seconds = Number(process.env.SECONDS ?? 60);
const day = 86_400_000;
const before = "zoals het was";
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

/** What comes in the last three days. Of the records only one version is held, so that what was
 * there before is made up: every other living document is a change of one, each deletion of one. */
function eventOf(record, i) {
  const kind = record.Verwijderd ? "deletion" : i % 2 ? "change" : "addition";
  return { kind, record, at: Date.parse(record.ApiGewijzigdOp) };
}

function earlierVersion({ record }, begin) {
  return { ...record, Soort: "Brief", Onderwerp: before, Verwijderd: false,
    ApiGewijzigdOp: new Date(begin - day).toISOString() };
}

async function isVisible({ kind, record }, server) {
  const answer = await fetch(`${server}/api/v1/documents/${record.Id}`);
  const text = await answer.text();
  if (kind === "deletion") return answer.status === 404;
  return answer.ok && !text.includes(`"onderwerp":"${before}"`);
}

function report(kind, latencies, total) {
  const sorted = [...latencies].sort((a, b) => a - b);
  const quantile = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  console.log(`${following}: ${sorted.length} of ${total} ${kind}s visible; p50 ${quantile(0.5).toFixed(2)} s, ` +
    `p99 ${quantile(0.99).toFixed(2)} s, longest ${sorted.at(-1).toFixed(2)} s`);
  return sorted.length === total && quantile(0.99) <= 5;
}

try {
  execFileSync("tar", ["--zstd", "-xf", archive, "-C", work]);
  const folder = join(work, "odata/Document");
  const records = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name))).value);
  const begin = Math.max(...records.map((record) => Date.parse(record.ApiGewijzigdOp))) - 3 * day;
  const events = records.filter((record) => Date.parse(record.ApiGewijzigdOp) > begin)
    .map(eventOf).sort((a, b) => a.at - b.at);
  const held = records.filter((record) => Date.parse(record.ApiGewijzigdOp) <= begin)
    .concat(events.filter(({ kind }) => kind !== "addition").map((event) => earlierVersion(event, begin)));
  mkdirSync(join(work, "held"));
  writeFileSync(join(work, "held/page.json"), JSON.stringify({ "@odata.context": "$metadata#Document", value: held }));

  const source = await start(replay, ["--records", join(work, "held")]);
  const sync = ["sync", "--source", following, "--from", `${source}/OData/v4/2.0`, "--feed", `${source}/SyncFeed/2.0`,
    "--rate", "200", "--metadata-only", "--index", join(work, "index")];
  execFileSync(program, sync, { stdio: "inherit" });
  const server = await start(program, ["serve", "--index", join(work, "index"), "--listen", "127.0.0.1:0"]);
  running.push(spawn(program, [...sync, "--watch", "--interval", "1"], { stdio: "ignore" }));

  const total = { addition: 0, change: 0, deletion: 0 };
  for (const { kind } of events) total[kind]++;
  const latencies = { addition: [], change: [], deletion: [] };
  let pending = [];
  const started = performance.now();
  while (events.length > 0 || pending.length > 0) {
    const elapsed = (performance.now() - started) / 1000;
    if (elapsed > seconds * 3) break;
    const now = begin + (3 * day * elapsed) / seconds;
    while (events.length > 0 && events[0].at <= now) {
      const event = events.shift();
      await fetch(`${source}/replay/put?type=Document`, { method: "POST", body: JSON.stringify(event.record) });
      pending.push({ ...event, shown: performance.now() });
    }
    const unseen = [];
    for (const event of pending) {
      if (await isVisible(event, server)) {
        latencies[event.kind].push((performance.now() - event.shown) / 1000);
      } else {
        unseen.push(event);
      }
    }
    pending = unseen;
    await sleep(100);
  }
  const good = Object.keys(total).map((kind) => report(kind, latencies[kind], total[kind]));
  process.exitCode = good.every(Boolean) ? 0 : 1;
} finally {
  for (const child of running) child.kill();
  rmSync(work, { recursive: true, force: true });
}
