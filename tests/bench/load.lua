-- For wrk: asks for the addresses in the file that is named behind `--`, one a line, one after the
-- other and again from the first; ends with one line: requests a second, p50 and p99 in
-- milliseconds, and the number of requests that went wrong.

local addresses = {}
local at = 0

function init(args)
  for address in io.lines(args[1]) do addresses[#addresses + 1] = address end
  -- Threads that begin at the same address would ask for each twice at a time.
  math.randomseed(tonumber(tostring({}):match("0x(%x+)"), 16))
  at = math.random(#addresses)
end

function request()
  at = at % #addresses + 1
  return wrk.format("GET", addresses[at])
end

function done(summary, latency)
  local errors = summary.errors
  local wrong = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  print(string.format("%.0f %.2f %.2f %d", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, wrong))
end
